package analysisplatform.classify;

import static analysisplatform.classify.Rule.DROP;
import static analysisplatform.classify.Terms.ANY;
import static analysisplatform.classify.Terms.KEYS;
import static analysisplatform.classify.Terms.TEXTS;
import static analysisplatform.classify.Terms.TEXTS_OR_NUMBERS;
import static analysisplatform.classify.Terms.any;
import static analysisplatform.classify.Terms.lastWord;
import static analysisplatform.classify.Terms.word;
import static analysisplatform.config.MaskingPolicy.DataClass.ATTRIBUTE;
import static analysisplatform.config.MaskingPolicy.DataClass.IDENTIFIER;
import static analysisplatform.config.MaskingPolicy.DataClass.QUASI;

import java.util.List;

/** Ways to reach somebody, and places where somebody is. */
final class ContactRules {

    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "something about mails or phones and no way to reach anybody",
                            any(
                                    "mail_?(template|type|kind|status|campaign|format|provider|server|domain|setting|frequency|preference)",
                                    "mail_?(magazine|delivery)",
                                    "phone_?(model|type|os|brand|maker|carrier|country)",
                                    "(mobile|smart_?phone|iphone)_?(app|os|version|model|carrier|device)",
                                    "メール(配信|マガジン|種別|テンプレート)",
                                    "address_?(type|kind|id|count|verified|valid)($|[^a-z])",
                                    "住所(区分|種別)"),
                            ANY,
                            ATTRIBUTE,
                            DROP),
                    new Rule(
                            "an e-mail address",
                            any(
                                    "e_?mail",
                                    "mail_?(addr|address|adr)",
                                    word("mail", "mails"),
                                    "メール",
                                    "ﾒｰﾙ",
                                    "メアド"),
                            TEXTS,
                            IDENTIFIER,
                            "action: email"),
                    new Rule(
                            "a phone number",
                            any(
                                    word(
                                            "(home|work|cell|mobile|office|tele|contact|company|smart|daytime|day|evening|emergency)?_?phones?_?(no|num|number|numbers)?",
                                            "(mobile|cell|tel|fax|landline)_?(no|num|number)",
                                            "tel",
                                            "telno",
                                            "fax",
                                            "keitai[a-z_]*",
                                            "denwa[a-z_]*",
                                            "msisdn",
                                            "sms_?(to|number)"),
                                    lastWord("mobile", "cell"),
                                    "電話",
                                    "携帯",
                                    "ファックス",
                                    "ファクス",
                                    "ｆａｘ",
                                    "ｔｅｌ"),
                            TEXTS_OR_NUMBERS,
                            IDENTIFIER,
                            DROP),
                    new Rule(
                            "an IP address",
                            any(
                                    word(
                                            "ip",
                                            "ips",
                                            "ip_?v[46]",
                                            "ip_?addr(ess)?(es)?",
                                            "client_?ip",
                                            "remote_?(addr|address|host|ip)"),
                                    "ipアドレス",
                                    "ｉｐアドレス"),
                            TEXTS,
                            IDENTIFIER,
                            "action: ip_network"),
                    new Rule(
                            "a device or an advertising number",
                            any(
                                    "mac_?addr",
                                    word(
                                            "imei",
                                            "imsi",
                                            "iccid",
                                            "idfa",
                                            "idfv",
                                            "gaid",
                                            "aaid",
                                            "udid",
                                            "(advertising|device|visitor|client|browser|installation|push)_?(id|uid|uuid|identifier)",
                                            "(anonymous|tracking)_?id"),
                                    "端末(番号|id)",
                                    "製造番号"),
                            KEYS,
                            IDENTIFIER,
                            "action: pseudonym, namespace: device"),
                    new Rule(
                            "a postal code",
                            any(
                                    "post(al)?_?(code|cd|no|number)",
                                    word("zip", "zip_?(code|cd|no)", "yu+bin[a-z_]*", "postal"),
                                    "zipcode",
                                    "郵便",
                                    "〒"),
                            TEXTS,
                            QUASI,
                            "action: prefix, length: 3"),
                    new Rule(
                            "a postal code",
                            any("post(al)?_?(code|cd|no)", word("zip", "zip_?(code|cd)"), "郵便"),
                            TEXTS_OR_NUMBERS,
                            QUASI,
                            DROP),
                    new Rule(
                            "an address",
                            any(
                                    "address",
                                    word(
                                            "addr[0-9]*",
                                            "street",
                                            "street_?(name|no|number|line)?[0-9]*",
                                            "apartment",
                                            "building(_?name)?",
                                            "room_?(no|number)",
                                            "ju+sho[a-z_]*",
                                            "jusyo[a-z_]*",
                                            "banchi[a-z_]*",
                                            "chou?me"),
                                    "住所",
                                    "番地",
                                    "丁目",
                                    "建物",
                                    "マンション",
                                    "所在地",
                                    "居所",
                                    "本籍",
                                    "送付先",
                                    "送り先",
                                    "届け?先",
                                    "配送先"),
                            TEXTS,
                            IDENTIFIER,
                            DROP),
                    new Rule(
                            "a place, which points at a person together with other columns",
                            any(
                                    "prefecture",
                                    "todou?fuken",
                                    "(billing|shipping|delivery|home|work|mailing)_?(city|town|state|province|region|county|country)",
                                    "municipality",
                                    "longitude",
                                    "latitude",
                                    "coordinates",
                                    word(
                                            "pref",
                                            "city",
                                            "town",
                                            "village",
                                            "ward",
                                            "county",
                                            "district",
                                            "province",
                                            "region",
                                            "state",
                                            "country",
                                            "lat",
                                            "lng",
                                            "lon",
                                            "geo",
                                            "geom",
                                            "gps",
                                            "location"),
                                    "都道府県",
                                    "市区町村",
                                    "市町村",
                                    "緯度",
                                    "経度",
                                    "位置情報",
                                    "地域",
                                    "国名",
                                    "最寄"),
                            ANY,
                            QUASI,
                            DROP));

    private ContactRules() {}
}
