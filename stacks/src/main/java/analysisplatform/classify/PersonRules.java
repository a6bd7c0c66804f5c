package analysisplatform.classify;

import static analysisplatform.classify.Rule.DROP;
import static analysisplatform.classify.Terms.ANY;
import static analysisplatform.classify.Terms.KEYS;
import static analysisplatform.classify.Terms.TEXTS;
import static analysisplatform.classify.Terms.TIMES;
import static analysisplatform.classify.Terms.any;
import static analysisplatform.classify.Terms.lastWord;
import static analysisplatform.classify.Terms.word;
import static analysisplatform.config.MaskingPolicy.DataClass.ATTRIBUTE;
import static analysisplatform.config.MaskingPolicy.DataClass.IDENTIFIER;
import static analysisplatform.config.MaskingPolicy.DataClass.QUASI;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who somebody is, and what somebody is like. */
final class PersonRules {

    private static final String KEY = "_?(id|ids|uid|uuid|guid|no|num|number|code|cd|key)";

    /** People whose keys make a namespace of their own. */
    private static final List<String> PEOPLE =
            List.of(
                    "customer",
                    "member",
                    "employee",
                    "staff",
                    "student",
                    "teacher",
                    "patient",
                    "guest",
                    "subscriber",
                    "applicant");

    static final List<Rule> ALL =
            Stream.of(keys(), names(), facts()).flatMap(List::stream).toList();

    private PersonRules() {}

    private static List<Rule> keys() {
        List<Rule> rules = new ArrayList<>();
        rules.add(
                new Rule(
                        "somebody's account at another service",
                        any(
                                word(
                                        "(google|facebook|twitter|x|github|apple|line|instagram|linkedin|yahoo|amazon|discord|slack|firebase|auth0|cognito|stripe_customer|external|provider|oauth|sns|social)_?(user_?)?(id|uid|sub|account|handle|username)",
                                        "stripe_customer")),
                        KEYS,
                        IDENTIFIER,
                        DROP));
        for (String person : PEOPLE) {
            rules.add(key("the key of one " + person, lastWord(person + KEY), person));
        }
        rules.add(key("the key of one customer", any("顧客(番号|id|コード)", "得意先コード"), "customer"));
        rules.add(key("the key of one member", any("会員(番号|id|コード)", "kaiin_?(no|id)"), "member"));
        rules.add(key("the key of one employee", any("社員(番号|id|コード)", "従業員番号"), "employee"));
        rules.add(key("the key of one student", any("学籍番号", "学生番号"), "student"));
        rules.add(key("the key of one patient", any("患者(番号|id)", "診察券"), "patient"));
        rules.add(
                key(
                        "the key of one user",
                        any(
                                lastWord("([a-z]+_)?user" + KEY, "uid"),
                                lastWord(
                                        "(account|person|people|author|owner|creator|editor|reviewer|assignee|sender|receiver|recipient|buyer|seller|follower|followee|friend|invitee|inviter|referrer|contact|client|admin|operator|manager|parent|child|spouse)"
                                                + KEY),
                                lastWord(
                                        "(created|updated|modified|deleted|approved|assigned|invited|referred|confirmed|uploaded|requested|reviewed)_?by(_?id)?"),
                                "(ユーザー?|利用者|担当者|作成者|更新者)(番号|id|コード)",
                                "^(作成者|更新者|登録者)$"),
                        "user"));
        return rules;
    }

    private static Rule key(String name, String pattern, String namespace) {
        return new Rule(
                name, pattern, KEYS, IDENTIFIER, "action: pseudonym, namespace: " + namespace);
    }

    private static List<Rule> names() {
        return List.of(
                new Rule(
                        "the name that somebody signs in or appears with",
                        any(
                                word(
                                        "user_?names?",
                                        "login",
                                        "login_?(id|name)",
                                        "nick_?names?",
                                        "screen_?names?",
                                        "display_?names?",
                                        "account_?names?",
                                        "handle",
                                        "handle_?names?",
                                        "pen_?names?"),
                                "ログイン(id|名)",
                                "アカウント(id|名)?$",
                                "ニックネーム",
                                "ハンドルネーム",
                                "ユーザー?名",
                                "表示名"),
                        TEXTS,
                        IDENTIFIER,
                        "action: pseudonym, namespace: username"),
                new Rule(
                        "the name of a person, or of something else",
                        any(
                                word(
                                        "[a-z_]*names?",
                                        "[a-z_]*name_?(kana|kanji|romaji|en|ja|jp|yomi|reading|prefix|suffix)",
                                        "fname",
                                        "lname",
                                        "initials",
                                        "salutation",
                                        "honorific",
                                        "[a-z_]*kana",
                                        "[fh]urigana",
                                        "yomi(gana)?",
                                        "shimei[a-z_]*",
                                        "simei[a-z_]*",
                                        "namae[a-z_]*",
                                        "myou?ji[a-z_]*",
                                        "sei",
                                        "mei",
                                        "atena"),
                                "氏名",
                                "名前",
                                "姓",
                                "(^|[^a-z])名($|[^ぁ-んァ-ヶ一-龠])",
                                "苗字",
                                "名字",
                                "宛名",
                                "(担当|顧客|会員|利用|代表|契約|保護|申込|受取)(者|人)?名",
                                "カナ($|[^ァ-ヶー])",
                                "ｶﾅ",
                                "(^|[^ぁ-ん])かな($|[^ぁ-ん])",
                                "フリガナ",
                                "ふりがな",
                                "ﾌﾘｶﾞﾅ",
                                "よみがな",
                                "読み仮名",
                                "ローマ字"),
                        TEXTS,
                        IDENTIFIER,
                        DROP),
                new Rule(
                        "a picture or the hand of a person",
                        any(
                                word(
                                        "[a-z_]*avatar[a-z_]*",
                                        "photo[a-z_]*",
                                        "[a-z_]*portrait",
                                        "selfie[a-z_]*",
                                        "(profile|user|face)_?(image|picture|pic|icon)[a-z_]*",
                                        "signature[a-z_]*"),
                                "顔写真",
                                "写真",
                                "署名",
                                "印影"),
                        ANY,
                        QUASI,
                        DROP));
    }

    private static List<Rule> facts() {
        return List.of(
                new Rule(
                        "a place or a name at birth",
                        any("birth_?(place|country|city|name)", "出生地", "出身"),
                        ANY,
                        QUASI,
                        DROP),
                new Rule(
                        "a date of birth",
                        any(
                                "birth",
                                word("dob", "bday", "born", "born_?(on|at|date)"),
                                "seinen_?gappi",
                                "tanjou?",
                                "生年月日",
                                "誕生日",
                                "生まれ"),
                        TIMES,
                        QUASI,
                        "action: year"),
                new Rule(
                        "a part of a date of birth",
                        any("birth_?(year|month|day|date)", "生年", "生月", "誕生"),
                        ANY,
                        QUASI,
                        DROP),
                new Rule(
                        "an age",
                        any(word("age", "nenrei"), "年齢"),
                        Set.of(TypeFamily.NUMBER),
                        QUASI,
                        "action: bucket, edges: [20, 30, 40, 50, 60, 70, 80, 90]"),
                new Rule(
                        "an income",
                        any(
                                word("[a-z_]*income", "[a-z_]*salary", "wages?"),
                                "年収",
                                "収入",
                                "給与",
                                "所得"),
                        Set.of(TypeFamily.NUMBER),
                        QUASI,
                        "action: bucket, edges: [0, 3000000, 6000000, 10000000]"),
                new Rule(
                        "information that needs special care by law",
                        any(
                                word(
                                        "race",
                                        "ethnic[a-z_]*",
                                        "religio[a-z_]*",
                                        "creed",
                                        "disabilit[a-z_]*",
                                        "diseases?",
                                        "illness",
                                        "diagnos[a-z_]*",
                                        "medical[a-z_]*",
                                        "medications?",
                                        "allerg[a-z_]*",
                                        "pregnan[a-z_]*",
                                        "blood_?(type|group)",
                                        "criminal[a-z_]*",
                                        "union_?member[a-z_]*",
                                        "sexual[a-z_]*",
                                        "political[a-z_]*"),
                                "病",
                                "障害",
                                "障がい",
                                "宗教",
                                "信条",
                                "人種",
                                "犯罪",
                                "前科",
                                "血液型",
                                "診断",
                                "服薬",
                                "アレルギー",
                                "妊娠"),
                        ANY,
                        ATTRIBUTE,
                        DROP),
                new Rule(
                        "a fact that points at a person together with other columns",
                        any(
                                word(
                                        "gender",
                                        "sex",
                                        "seibetsu",
                                        "age",
                                        "age_?(band|group|range)",
                                        "nationality",
                                        "occupation",
                                        "profession",
                                        "job_?title",
                                        "employer",
                                        "company",
                                        "companies",
                                        "school",
                                        "university",
                                        "department",
                                        "marital[a-z_]*",
                                        "education",
                                        "height",
                                        "weight",
                                        "[a-z_]*income",
                                        "[a-z_]*salary",
                                        "hired?_?(date|on|at)",
                                        "user_?agent"),
                                "性別",
                                "年代",
                                "国籍",
                                "職業",
                                "職種",
                                "役職",
                                "部署",
                                "勤務先",
                                "会社",
                                "学校",
                                "学歴",
                                "学年",
                                "家族構成",
                                "婚姻",
                                "身長",
                                "体重",
                                "年収",
                                "入社"),
                        ANY,
                        QUASI,
                        DROP));
    }
}
