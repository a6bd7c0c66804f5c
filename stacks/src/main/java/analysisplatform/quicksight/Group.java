package analysisplatform.quicksight;

import analysisplatform.config.Platform.People;
import java.util.List;

/** The groups of QuickSight's users; everybody is in one. */
public enum Group {
    /** Look at the dashboard. */
    VIEWERS("viewers", "Look at the dashboard"),

    /** Also build analyses of their own on the data sets. */
    AUTHORS("authors", "Build analyses on the data sets"),

    /** Own data sets, dashboard, folder and theme. */
    ADMINS("admins", "Own data sets and dashboard");

    private final String word;
    private final String description;

    Group(String word, String description) {
        this.word = word;
        this.description = description;
    }

    /** Part of the group's name. */
    public String word() {
        return word;
    }

    public String description() {
        return description;
    }

    /** User names of the members. */
    public List<String> members(People people) {
        return switch (this) {
            case VIEWERS -> people.viewers();
            case AUTHORS -> people.authors();
            case ADMINS -> people.admins();
        };
    }
}
