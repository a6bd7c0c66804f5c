package analysisplatform.sample;

import static analysisplatform.sample.Rows.row;

import analysisplatform.sample.People.Person;
import analysisplatform.sample.SourceColumn.MySql;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The users: ordinary people first, then the nasty ones. */
final class UsersTable {

    /** Ids from 1 up to here are ordinary people. */
    static final int ORDINARY = 760;

    private static final int BATCHES = 3;

    static final List<SourceColumn> COLUMNS =
            List.of(
                    MySql.bigint("id"),
                    MySql.varchar("public_id", 36),
                    MySql.varchar("username", 60),
                    MySql.varchar("name", 100),
                    MySql.varchar("name_kana", 100),
                    MySql.varchar("email", 255),
                    MySql.varchar("phone", 30),
                    MySql.date("birthday"),
                    MySql.varchar("gender", 10),
                    MySql.varchar("postal_code", 10),
                    MySql.varchar("prefecture", 10),
                    MySql.varchar("address", 255),
                    MySql.varchar("plan", 20),
                    MySql.character("country_code", 2),
                    MySql.varchar("locale", 10),
                    MySql.varchar("last_sign_in_ip", 45),
                    MySql.intUnsigned("sign_in_count"),
                    MySql.tinyint("newsletter"),
                    MySql.money("credit_balance", 10),
                    MySql.varchar("password_digest", 60),
                    MySql.text("note"),
                    MySql.json("settings"),
                    MySql.blob("avatar"),
                    MySql.timestamp("created_at"));

    private UsersTable() {}

    static SampleTable table() {
        return new SampleTable("learning", "users", COLUMNS, Rows.batches(rows(), BATCHES));
    }

    static List<Map<String, Object>> rows() {
        Dice dice = new Dice("users");
        People people = new People(dice);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int id = 1; id <= ORDINARY; id++) {
            rows.add(ordinary(id, people, dice));
        }
        rows.addAll(
                NastyUsers.rows(ORDINARY + 1, id -> ordinary(Math.toIntExact(id), people, dice)));
        return rows;
    }

    private static Map<String, Object> ordinary(int id, People people, Dice dice) {
        Person person = people.person(id);
        return row(
                "id", (long) id,
                "public_id", dice.uuid().toString(),
                "username", person.login(),
                "name", person.name(),
                "name_kana", person.kana(),
                "email", people.email(person),
                "phone", dice.oneIn(10) ? null : people.phone(),
                "birthday", dice.oneIn(12) ? null : dice.date(60 * 365).toString(),
                "gender", dice.of(List.of("female", "male", "other", "")),
                "postal_code", people.postalCode(),
                "prefecture", people.prefecture(),
                "address", people.address(),
                "plan", dice.of(List.of("free", "free", "standard", "premium")),
                "country_code", "JP".getBytes(StandardCharsets.UTF_8),
                "locale", dice.of(List.of("ja", "ja", "ja", "en")),
                "last_sign_in_ip", people.ip(),
                "sign_in_count", (long) dice.below(500),
                "newsletter", dice.below(2),
                "credit_balance", BigDecimal.valueOf(dice.below(1_000_000), 2),
                "password_digest", "$2a$12$" + dice.uuid() + dice.below(1000),
                "note", dice.oneIn(20) ? person.name() + "様より電話あり" : null,
                "settings", "{\"theme\":\"dark\",\"contact\":\"" + person.login() + "\"}",
                "avatar", dice.oneIn(5) ? new byte[] {(byte) 0x89, 'P', 'N', 'G', 0} : null,
                "created_at", dice.time(900));
    }
}
