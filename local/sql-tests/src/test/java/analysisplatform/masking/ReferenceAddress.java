package analysisplatform.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The network of an internet address, read by the rules of RFC 4291 and RFC 5952. */
final class ReferenceAddress {

    private static final int GROUPS = 8;

    private ReferenceAddress() {}

    /** NULL for what is no address. */
    static String network(String text) {
        String address = text.replaceFirst("/(32|128)$", "");
        List<Integer> bytes = ofFour(address);
        if (bytes != null) {
            return bytes.get(0) + "." + bytes.get(1) + "." + bytes.get(2) + ".0/24";
        }
        List<Integer> groups = ofSix(address.toLowerCase(Locale.ROOT));
        if (groups == null) {
            return null;
        }
        boolean isMapped =
                groups.subList(0, 5).stream().allMatch(group -> group == 0)
                        && groups.get(5) == 0xffff;
        if (isMapped) {
            return (groups.get(6) >> 8)
                    + "."
                    + (groups.get(6) & 255)
                    + "."
                    + (groups.get(7) >> 8)
                    + ".0/24";
        }
        return firstThree(groups.subList(0, 3)) + "/48";
    }

    /** The last five groups are 0 and make the longest run, which is written as two colons. */
    private static String firstThree(List<Integer> groups) {
        int kept = 3;
        while (kept > 0 && groups.get(kept - 1) == 0) {
            kept--;
        }
        return groups.subList(0, kept).stream()
                        .map(Integer::toHexString)
                        .collect(Collectors.joining(":"))
                + "::";
    }

    private static List<Integer> ofFour(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        List<Integer> bytes = new ArrayList<>();
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return null;
            }
            bytes.add(Integer.valueOf(part));
        }
        return bytes;
    }

    private static List<Integer> ofSix(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            List<Integer> all = groups(text);
            return all != null && all.size() == GROUPS ? all : null;
        }
        List<Integer> before = gap == 0 ? List.of() : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        List<Integer> after = rest.isEmpty() ? List.of() : groups(rest);
        if (before == null || after == null || before.size() + after.size() >= GROUPS) {
            return null;
        }
        int missing = GROUPS - before.size() - after.size();
        return Stream.of(before, java.util.Collections.nCopies(missing, 0), after)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Integer> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            List<Integer> four = i == parts.length - 1 ? ofFour(parts[i]) : null;
            if (four != null) {
                groups.add(four.get(0) << 8 | four.get(1));
                groups.add(four.get(2) << 8 | four.get(3));
            } else if (parts[i].matches("[0-9a-f]{1,4}")) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else {
                return null;
            }
        }
        return groups;
    }
}
