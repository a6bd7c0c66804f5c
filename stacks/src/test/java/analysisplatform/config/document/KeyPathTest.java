package analysisplatform.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPathTest {

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(KeyPath.of("sources", 0, "tables", 12)).hasToString("sources[0].tables[12]");
        assertThat(KeyPath.ROOT).hasToString("");
    }

    @Test
    void quotesKeysThatWouldReadAsSeveral() {
        assertThat(KeyPath.of("tables", "public.users", "columns", "e mail"))
                .hasToString("tables.\"public.users\".columns.\"e mail\"");
    }

    @Test
    void leadsToItselfAndToWhatIsBelow() {
        KeyPath source = KeyPath.of("sources", 1);

        assertThat(source.leadsTo(source)).isTrue();
        assertThat(source.leadsTo(source.then("name"))).isTrue();
        assertThat(source.leadsTo(KeyPath.of("sources"))).isFalse();
        assertThat(source.leadsTo(KeyPath.of("sources", 10, "name"))).isFalse();
    }
}
