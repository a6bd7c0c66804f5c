package analysisplatform.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts widgets below each other: each row from left to right, and a new one where it is full. */
final class Grid {

    private static final int COLUMNS = 24;

    private final List<Map<String, Object>> placed = new ArrayList<>();
    private int top;

    void row(Widget... widgets) {
        row(List.of(widgets));
    }

    void row(List<Widget> widgets) {
        int left = 0;
        int tallest = 0;
        for (Widget widget : widgets) {
            if (left + widget.width() > COLUMNS) {
                top += tallest;
                left = 0;
                tallest = 0;
            }
            placed.add(widget.at(left, top));
            left += widget.width();
            tallest = Math.max(tallest, widget.height());
        }
        top += tallest;
    }

    List<Map<String, Object>> widgets() {
        return List.copyOf(placed);
    }
}
