package analysisplatform.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostReportTest {

    private final CostReport report =
            new CostReport(
                    Estimate.of(
                            Examples.export("1234.5"),
                            Examples.empty(),
                            PriceTable.bundled().of("us-east-1", Examples.YEN_PER_DOLLAR)),
                    Budget.OF_A_MONTH);

    @Test
    void textIsAlignedForATerminal() {
        assertThat(report.text())
                .isEqualTo(
                        """
                        One night in us-east-1

                        What                 Quantity  Unit                USD    JPY  Note
                        RDS snapshot export   1,234.5  GB of snapshot  12.3450  1,852  the whole snapshot, whatever tables are wanted
                        Total                                          12.3450  1,852  yen rounded up

                        One month of 30 nights

                        What                 Quantity  Unit               USD     JPY  Note
                        RDS snapshot export    37,035  GB of snapshot  370.35  55,553  the whole snapshot, whatever tables are wanted
                        Total                                          370.35  55,553  yen rounded up

                        55,553 JPY a month, budget 5,000 JPY: 50,553 JPY too much. The biggest line is RDS snapshot export with 55,553 JPY.
                        """);
    }

    @Test
    void markdownIsATable() {
        assertThat(report.markdown())
                .contains(
                        """
                        | What                | Quantity | Unit           |    USD |    JPY | Note                                           |
                        | ------------------- | -------: | -------------- | -----: | -----: | ---------------------------------------------- |
                        | RDS snapshot export |   37,035 | GB of snapshot | 370.35 | 55,553 | the whole snapshot, whatever tables are wanted |
                        """)
                .endsWith("with 55,553 JPY.\n");
    }
}
