package analysisplatform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads all pages of an answer. The SDK's paginators would load twice as many classes. */
final class Pages {

    private Pages() {}

    /**
     * @param fetch the page at a marker; the first has none
     * @param elements of one page
     * @param marker of the next page; none or empty after the last one
     */
    static <P, T> List<T> of(
            Function<String, P> fetch, Function<P, List<T>> elements, Function<P, String> marker) {
        List<T> all = new ArrayList<>();
        String next = null;
        do {
            P page = fetch.apply(next);
            all.addAll(elements.apply(page));
            next = marker.apply(page);
        } while (next != null && !next.isEmpty());
        return all;
    }
}
