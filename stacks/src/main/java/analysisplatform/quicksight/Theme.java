package analysisplatform.quicksight;

import java.util.List;
import java.util.Map;

/** Colours that people who see red and green alike can tell apart, on white. */
public final class Theme {

    /** After Okabe and Ito. */
    private static final List<String> COLORS =
            List.of(
                    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442",
                    "#000000");

    private static final String WHITE = "#FFFFFF";
    private static final String INK = "#1F2933";

    private Theme() {}

    /** The provider's block {@code configuration}. */
    public static Map<String, Object> block() {
        return Blocks.block(
                "data_color_palette",
                Blocks.block(
                        "colors",
                        COLORS,
                        "empty_fill_color",
                        WHITE,
                        "min_max_gradient",
                        List.of("#DCEBF5", "#0072B2")),
                "ui_color_palette",
                Blocks.block(
                        "primary_foreground",
                        INK,
                        "primary_background",
                        WHITE,
                        "secondary_foreground",
                        INK,
                        "secondary_background",
                        "#F5F7FA",
                        "accent",
                        "#0072B2",
                        "accent_foreground",
                        WHITE));
    }
}
