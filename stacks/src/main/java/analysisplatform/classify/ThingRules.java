package analysisplatform.classify;

import static analysisplatform.classify.Rule.DROP;
import static analysisplatform.classify.Terms.ANY;
import static analysisplatform.classify.Terms.KEYS;
import static analysisplatform.classify.Terms.TEXTS;
import static analysisplatform.classify.Terms.TIMES;
import static analysisplatform.classify.Terms.WRITTEN;
import static analysisplatform.classify.Terms.any;
import static analysisplatform.classify.Terms.lastWord;
import static analysisplatform.classify.Terms.word;
import static analysisplatform.config.MaskingPolicy.DataClass.ATTRIBUTE;
import static analysisplatform.config.MaskingPolicy.DataClass.FREE_TEXT;
import static analysisplatform.config.MaskingPolicy.DataClass.IDENTIFIER;
import static analysisplatform.config.MaskingPolicy.DataClass.NONE;
import static analysisplatform.config.MaskingPolicy.DataClass.QUASI;

import java.util.List;
import java.util.Set;

/** What looks like personal data and is none, what people write, and what counts and orders. */
final class ThingRules {

    private static final Set<TypeFamily> FLAG = Set.of(TypeFamily.BOOLEAN);
    private static final Set<TypeFamily> COUNTED = Set.of(TypeFamily.NUMBER);

    private static final String PERSONAL =
            "(mail|phone|tel|mobile|sms|address|password|card|account|identity|profile|name|birthday)";
    private static final String DONE =
            "(verified|confirmed|validated|changed|updated|sent|enabled|disabled|allowed|opt_?in|opt_?out|subscribed|bounced|expired)";

    /** Before everything else: a type that cannot hold the value named. */
    static final List<Rule> ABOUT_PERSONAL_DATA =
            List.of(
                    new Rule(
                            "a yes or no about personal data and not the data",
                            PERSONAL + "_?(is_?)?" + DONE,
                            FLAG,
                            ATTRIBUTE,
                            "action: keep, type: boolean, reason: a yes or no and not the data that it is about"),
                    new Rule(
                            "a time about personal data and not the data",
                            PERSONAL + "_?" + DONE + "_?(at|on|date|time)?$",
                            Set.of(TypeFamily.TIME),
                            ATTRIBUTE,
                            "action: keep, type: timestamp(3), reason: says when and not who"),
                    new Rule(
                            "a count",
                            any(
                                    lastWord(
                                            "[a-z_]*_?(count|counts|cnt|counter)",
                                            "qty",
                                            "quantity",
                                            "stock"),
                                    "^(num|number)_of_",
                                    "件数",
                                    "回数",
                                    "個数",
                                    "数量",
                                    "在庫数"),
                            COUNTED,
                            ATTRIBUTE,
                            "action: keep, type: bigint, reason: a count"));

    static final List<Rule> NAMES_OF_THINGS =
            List.of(
                    new Rule(
                            "the title of a message or the name of a file, which people write",
                            any(
                                    "file_?names?",
                                    "folder_?names?",
                                    "directory_?names?",
                                    "ファイル名",
                                    "フォルダ",
                                    "件名"),
                            TEXTS,
                            FREE_TEXT,
                            DROP),
                    new Rule(
                            "the name of a company, which may be that of a person",
                            any(
                                    "(company|corporate|corporation|organi[sz]ation|org|firm|business|shop|store|tenant|team|group|school|clinic|hospital|vendor|supplier)_?names?",
                                    "会社名",
                                    "法人名",
                                    "店舗?名",
                                    "屋号",
                                    "団体名"),
                            TEXTS,
                            QUASI,
                            DROP),
                    new Rule(
                            "the name of a thing",
                            any(
                                    word(
                                            "[a-z_]*(event|host|domain|table|column|field|schema|class|method|function|package|module|queue|job|task|batch|service|server|node|cluster|bucket|product|item|goods|brand|plan|course|lesson|category|genre|tag|label|menu|page|screen|app|application|device|model|role|permission|status|type|state|city|country|prefecture|region|currency|language|locale|timezone|campaign|coupon|template|project|setting|config|key|code|media|track|album|playlist|step|feature|experiment|variant|channel|section|unit|sku|color|colour)_?names?"),
                                    "(商品|製品|品|イベント|プラン|コース|カテゴリー?|分類|種別|画面|項目|講座|クーポン|キャンペーン)名"),
                            TEXTS,
                            ATTRIBUTE,
                            DROP));

    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "text that people write",
                            any(
                                    word(
                                            "[a-z_]*(notes?|memos?|comments?|remarks?|description|descriptions|messages?|feedback|reviews?|biography|inquiry|enquiry|complaint)",
                                            "body",
                                            "[a-z]+_body",
                                            "[a-z_]*contents?",
                                            "bio",
                                            "text",
                                            "profile",
                                            "introduction",
                                            "self_?introduction",
                                            "subject",
                                            "reason",
                                            "question",
                                            "answer",
                                            "bikou?",
                                            "biko"),
                                    "備考",
                                    "メモ",
                                    "コメント",
                                    "本文",
                                    "内容",
                                    "自由記述",
                                    "感想",
                                    "自己紹介",
                                    "プロフィール",
                                    "問い?合わ?せ",
                                    "理由",
                                    "説明",
                                    "要望",
                                    "特記"),
                            WRITTEN,
                            FREE_TEXT,
                            "action: length"),
                    new Rule(
                            "the time at which a row was made or changed",
                            any(
                                    "^(created|updated|modified|inserted)_?(at|on|date|time|datetime)$",
                                    "^(date_?)?(created|updated|modified|inserted)$",
                                    "^(作成|更新|登録|変更)(日時|日|時刻)$"),
                            TIMES,
                            ATTRIBUTE,
                            "action: keep, type: timestamp(3), reason: says when a row was made or changed and not who"),
                    new Rule(
                            "a place in an order or a version",
                            any(
                                    "^(sort|display|list)_?(order|no|position|index)$",
                                    "^(position|rank|version|lock_?version|revision)$",
                                    "^(表示順|並び順|順番)$"),
                            COUNTED,
                            NONE,
                            "action: keep, type: bigint, reason: a place in an order"),
                    new Rule(
                            "a row's state",
                            "^(is_?)?(active|enabled|disabled|deleted|archived|published|visible|hidden|draft)$",
                            FLAG,
                            ATTRIBUTE,
                            "action: keep, type: boolean, reason: the state of a row"),
                    new Rule(
                            "a primary key, which points at a person if the table is of people",
                            "^(id|uuid|guid)$",
                            KEYS,
                            IDENTIFIER,
                            DROP),
                    new Rule(
                            "a key of another table",
                            any("[^a-z](id|ids|uuid|key|cd)$", "(番号|コード)$"),
                            KEYS,
                            ATTRIBUTE,
                            DROP),
                    new Rule(
                            "one of a short list of values",
                            any(
                                    lastWord(
                                            "[a-z_]*(status|type|kind|category|plan|level|role|method|locale|language|lang|currency|time_?zone|format|mode|gender_?code)"),
                                    "(区分|種別|状態|ステータス|プラン)$"),
                            ANY,
                            ATTRIBUTE,
                            DROP));

    private ThingRules() {}
}
