package analysisplatform.policy;

import analysisplatform.config.Source;

/** Ids of statements; IAM allows only letters and digits. */
final class Sids {

    private Sids() {}

    /** {@code Export} and {@code my-shop} make {@code ExportMyShop}. */
    static String of(String what, Source source) {
        StringBuilder sid = new StringBuilder(what);
        for (String word : source.name().split("-")) {
            sid.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return sid.toString();
    }
}
