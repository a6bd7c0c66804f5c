package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the policy summary leniently: what is absent is not shown. */
final class Policy {

    private Policy() {}

    static String text(Map<?, ?> object, String name) {
        Object value = object.get(name);
        return value == null ? "" : value.toString();
    }

    static List<Map<?, ?>> objects(Map<?, ?> object, String name) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (object.get(name) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> map) {
                    objects.add(map);
                }
            }
        }
        return objects;
    }
}
