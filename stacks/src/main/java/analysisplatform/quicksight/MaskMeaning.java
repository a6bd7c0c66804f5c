package analysisplatform.quicksight;

import analysisplatform.config.Action;

/**
 * What readers of published data should know of each mask, in Japanese and English.
 *
 * @param domainPeople from which an e-mail's domain is kept
 */
record MaskMeaning(int domainPeople) implements Action.Cases<String> {

    @Override
    public String keep(Action.Keep action) {
        return both("そのままの値", "the value as it is");
    }

    @Override
    public String drop(Action.Drop action) {
        return both("公開されない", "not published");
    }

    @Override
    public String nulled(Action.Null action) {
        return both("常に空", "always empty");
    }

    @Override
    public String pseudonym(Action.Pseudonym action) {
        return both("仮名。同じ値は同じ仮名になる", "a pseudonym; equal values have equal pseudonyms");
    }

    @Override
    public String email(Action.Email action) {
        return both(
                "仮名。ドメインは%d人以上で残る".formatted(domainPeople),
                "a pseudonym; the domain is kept from %d people".formatted(domainPeople));
    }

    @Override
    public String prefix(Action.Prefix action) {
        return both("先頭の数文字だけ", "the first characters only");
    }

    @Override
    public String year(Action.Year action) {
        return both("年だけ（1月1日になる）", "the year only, as its first day");
    }

    @Override
    public String month(Action.Month action) {
        return both("年月だけ（1日になる）", "the month only, as its first day");
    }

    @Override
    public String ageBand(Action.AgeBand action) {
        return both("年齢の区分", "a band of ages");
    }

    @Override
    public String shift(Action.Shift action) {
        return both("日付を人ごとに数日ずらした値", "a date moved by some days, the same for all of one person");
    }

    @Override
    public String bucket(Action.Bucket action) {
        return both("数値の範囲", "the range of a number");
    }

    @Override
    public String ipNetwork(Action.IpNetwork action) {
        return both("ネットワークだけ", "the network of an address only");
    }

    @Override
    public String length(Action.Length action) {
        return both("文字数だけ", "the number of characters only");
    }

    @Override
    public String json(Action.Json action) {
        return both("JSONから選ばれた項目だけ", "chosen parts of a JSON text only");
    }

    private static String both(String ja, String en) {
        return ja + " / " + en;
    }
}
