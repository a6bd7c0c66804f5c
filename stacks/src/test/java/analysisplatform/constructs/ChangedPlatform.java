package analysisplatform.constructs;

import analysisplatform.config.Environment;
import analysisplatform.config.Platform;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** An environment like another but for one part of its platform. */
public final class ChangedPlatform {

    private ChangedPlatform() {}

    /**
     * @param part of a type that one component of {@link Platform} alone has
     */
    public static Environment of(Environment environment, Record part) {
        return new Environment(
                environment.name(),
                platform(environment.platform(), part),
                environment.policies(),
                environment.kpis());
    }

    private static Platform platform(Platform platform, Record part) {
        RecordComponent[] components = Platform.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        if (Arrays.stream(types).filter(part.getClass()::equals).count() != 1) {
            throw new IllegalArgumentException("Not one part of a platform: " + part.getClass());
        }
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] =
                        types[i].equals(part.getClass())
                                ? part
                                : components[i].getAccessor().invoke(platform);
            }
            return Platform.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot copy a platform", e);
        }
    }
}
