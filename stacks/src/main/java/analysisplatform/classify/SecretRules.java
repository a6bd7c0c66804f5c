package analysisplatform.classify;

import static analysisplatform.classify.Rule.DROP;
import static analysisplatform.classify.Terms.ANY;
import static analysisplatform.classify.Terms.any;
import static analysisplatform.classify.Terms.word;
import static analysisplatform.config.MaskingPolicy.DataClass.CODE;
import static analysisplatform.config.MaskingPolicy.DataClass.FINANCIAL;

import java.util.List;

/** What the law wants gone: identification codes, and what opens an account or a purse. */
final class SecretRules {

    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "a My Number or another national number",
                            any(
                                    "my_?number",
                                    "individual_?number",
                                    "kojin_?ban(go|gou|gō)",
                                    word(
                                            "ssn",
                                            "social_?security(_?(no|num|number))?",
                                            "national_?id(entity)?(_?(no|num|number))?",
                                            "tax_?id",
                                            "tin"),
                                    "マイナンバー",
                                    "ﾏｲﾅﾝﾊﾞｰ",
                                    "個人番号",
                                    "住民票コード"),
                            ANY,
                            CODE,
                            DROP),
                    new Rule(
                            "a passport, licence, residence or insurance number",
                            any(
                                    "passport",
                                    "(driver|driving)s?_?licen[cs]e",
                                    "licen[cs]e_?(no|num|number)($|[^a-z])",
                                    "(residen(ce|t)|zairyu)_?card",
                                    "(health|pension)_?insurance_?(no|num|number|card)",
                                    "insur(ance|ed)_?(person_?)?(no|num|number)($|[^a-z])",
                                    "pension_?(no|num|number)($|[^a-z])",
                                    "menkyo",
                                    "hokensh?o",
                                    "パスポート",
                                    "ﾊﾟｽﾎﾟｰﾄ",
                                    "旅券",
                                    "免許",
                                    "在留カード",
                                    "保険証",
                                    "保険者番号",
                                    "年金番号",
                                    "雇用保険番号"),
                            ANY,
                            CODE,
                            DROP),
                    new Rule(
                            "a feature of somebody's body",
                            any(
                                    "biometric",
                                    "finger_?print",
                                    "voice_?print",
                                    word("face_?(id|print|template|encoding|embedding|vector)"),
                                    word("iris", "dna", "genome"),
                                    "指紋",
                                    "声紋",
                                    "虹彩",
                                    "顔認証",
                                    "生体"),
                            ANY,
                            CODE,
                            DROP),
                    new Rule(
                            "a payment card",
                            any(
                                    "(credit|debit)_?card",
                                    word(
                                            "card_?(no|num|number|pan|last_?4|last_?four|holder|holder_?name|exp|expiry|expires|expiration|expire|brand|token|fingerprint)([a-z_]*)",
                                            "cc_?(no|num|number|exp)",
                                            "pan",
                                            "cvv2?",
                                            "cvc2?",
                                            "security_?code"),
                                    "クレジット",
                                    "ｸﾚｼﾞｯﾄ",
                                    "デビットカード",
                                    "カード(番号|名義|有効期限)",
                                    "セキュリティコード"),
                            ANY,
                            FINANCIAL,
                            DROP),
                    new Rule(
                            "a bank account",
                            any(
                                    "bank_?(account|branch|code|name)",
                                    "account_?(holder|no|num|number)($|[^a-z])",
                                    "(branch|routing)_?(no|num|number|code)($|[^a-z])",
                                    word("iban", "bic", "swift(_?code)?", "kou?za[a-z_]*"),
                                    "ginkou?",
                                    "meigi",
                                    "口座",
                                    "銀行",
                                    "支店(名|番号|コード)",
                                    "名義"),
                            ANY,
                            FINANCIAL,
                            DROP),
                    new Rule(
                            "a password or another secret",
                            any(
                                    "pass_?(word|wd|phrase|code)",
                                    word(
                                            "pwd",
                                            "pin",
                                            "pin_?(code|no|number|hash)",
                                            "salt",
                                            "secret",
                                            "secrets",
                                            "[a-z_]*_?token",
                                            "otp",
                                            "totp",
                                            "mfa",
                                            "session",
                                            "session_?(id|key|data)",
                                            "cookies?",
                                            "credentials?",
                                            "nonce",
                                            "(two|2)_?fa"),
                                    "(api|access|private|secret|encryption|signing|license)_?key",
                                    "(secret|security)_?(question|answer)",
                                    "recovery_?code",
                                    "backup_?code",
                                    word("anshou?[a-z_]*"),
                                    "パスワード",
                                    "ﾊﾟｽﾜｰﾄﾞ",
                                    "暗証",
                                    "秘密の",
                                    "トークン"),
                            ANY,
                            FINANCIAL,
                            DROP));

    private SecretRules() {}
}
