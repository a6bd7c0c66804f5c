package analysisplatform.evidence;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import analysisplatform.config.Platform.QuickSight;
import analysisplatform.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is configured to read data, and by which way. */
final class Readers {

    private static final Words ANALYST =
            new Words("Published data, through the analyst role", "公開データ（分析者ロール経由）");
    private static final Words QUICKSIGHT =
            new Words("Published data, through QuickSight", "公開データ（QuickSight 経由）");
    private static final Words DASHBOARD =
            new Words("KPIs, on QuickSight's dashboard", "KPI（QuickSight のダッシュボード）");
    private static final Words BREAK_GLASS =
            new Words("Raw data while a night works (break-glass)", "処理中の元データ（緊急時アクセス）");

    private Readers() {}

    static List<Map<String, Object>> of(Environment environment) {
        Platform platform = environment.platform();
        QuickSight quickSight = platform.quickSight();
        List<Map<String, Object>> readers = new ArrayList<>();
        platform.analysts().principals().forEach(who -> readers.add(reader(who, ANALYST)));
        if (quickSight.enabled()) {
            readers.add(reader(quickSight.serviceRole(), QUICKSIGHT));
            quickSight.principals().forEach(who -> readers.add(reader(who, QUICKSIGHT)));
            quickSight.people().admins().forEach(who -> readers.add(reader(who, QUICKSIGHT)));
            quickSight.people().authors().forEach(who -> readers.add(reader(who, QUICKSIGHT)));
            quickSight.people().viewers().forEach(who -> readers.add(reader(who, DASHBOARD)));
        }
        platform.breakGlassPrincipals().forEach(who -> readers.add(reader(who, BREAK_GLASS)));
        return readers;
    }

    private static Map<String, Object> reader(String who, Words how) {
        Map<String, Object> reader = new LinkedHashMap<>();
        reader.put("who", who);
        reader.put("how", how.json());
        return reader;
    }
}
