package analysisplatform.quicksight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One page of the dashboard, laid out from left to right.
 *
 * @param note text below the visuals in QuickSight's own markup; empty for none
 */
record Sheet(String id, String name, List<Visual> visuals, String note) {

    /** Of a sheet, by QuickSight. */
    static final int MOST_VISUALS = 50;

    private static final int GRID_COLUMNS = 36;
    private static final int NOTE_ROWS = 14;

    Sheet {
        visuals = List.copyOf(visuals);
    }

    /** As many sheets as the visuals need; none without visuals. */
    static List<Sheet> of(String id, String name, List<Visual> visuals) {
        List<Sheet> sheets = new ArrayList<>();
        for (int start = 0; start < visuals.size(); start += MOST_VISUALS) {
            int number = sheets.size() + 1;
            sheets.add(
                    new Sheet(
                            number == 1 ? id : id + "-" + number,
                            number == 1 ? name : name + " " + number,
                            visuals.subList(start, Math.min(start + MOST_VISUALS, visuals.size())),
                            ""));
        }
        return sheets;
    }

    Map<String, Object> block() {
        Map<String, Object> sheet =
                Blocks.block(
                        "sheet_id",
                        id,
                        "name",
                        name,
                        "title",
                        name,
                        "content_type",
                        "INTERACTIVE",
                        "visuals",
                        visuals.stream().map(Visual::block).toList(),
                        "layouts",
                        layout());
        if (!note.isEmpty()) {
            sheet.put(
                    "text_boxes",
                    List.of(Blocks.block("sheet_text_box_id", noteId(), "content", note)));
        }
        return sheet;
    }

    List<Map<String, Object>> filters() {
        return visuals.stream()
                .filter(visual -> !visual.kpi().isEmpty())
                .map(visual -> visual.filter(id))
                .toList();
    }

    private Map<String, Object> layout() {
        List<Map<String, Object>> elements = new ArrayList<>();
        int column = 0;
        int row = 0;
        int height = 0;
        for (Visual visual : visuals) {
            if (column + visual.columns() > GRID_COLUMNS) {
                row += height;
                column = 0;
                height = 0;
            }
            elements.add(
                    element(
                            visual.id(),
                            "VISUAL",
                            List.of(column, row, visual.columns(), visual.rows())));
            column += visual.columns();
            height = Math.max(height, visual.rows());
        }
        if (!note.isEmpty()) {
            elements.add(
                    element(
                            noteId(),
                            "TEXT_BOX",
                            List.of(0, row + height, GRID_COLUMNS, NOTE_ROWS)));
        }
        return Blocks.block(
                "configuration",
                Blocks.block(
                        "grid_layout",
                        Blocks.block(
                                "canvas_size_options",
                                Blocks.block(
                                        "screen_canvas_size_options",
                                        Blocks.block("resize_option", "RESPONSIVE")),
                                "elements",
                                elements)));
    }

    /**
     * @param place column, row, columns, rows
     */
    private static Map<String, Object> element(String id, String type, List<Integer> place) {
        return Blocks.block(
                "element_id",
                id,
                "element_type",
                type,
                "column_index",
                Integer.toString(place.get(0)),
                "row_index",
                Integer.toString(place.get(1)),
                "column_span",
                place.get(2),
                "row_span",
                place.get(3));
    }

    private String noteId() {
        return id + "-note";
    }
}
