package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Limits;
import dev.tegami.net.Deadlines;
import dev.tegami.net.WireLimits;
import dev.tegami.smime.Bounds;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The limits that the guide names are those of the code, all of them. */
class LimitsTest {
    private static String shown(Object value) {
        if (value instanceof Duration span) {
            return span.toSeconds() % 60 == 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
        }
        long number = ((Number) value).longValue();
        if (number >= 1 << 20 && number % (1 << 20) == 0) {
            return (number >> 20) + " MiB";
        }
        return number == 64 << 10 ? "64 KiB" : String.format(Locale.ROOT, "%,d", number);
    }

    private static List<String> rows(Record limits) throws ReflectiveOperationException {
        List<String> rows = new ArrayList<>();
        for (RecordComponent limit : limits.getClass().getRecordComponents()) {
            rows.add("| `" + limits.getClass().getSimpleName() + "." + limit.getName() + "` | "
                    + shown(limit.getAccessor().invoke(limits)) + " |");
        }
        return rows;
    }

    @Test
    void thePageHasEachLimitAsItIs() throws Exception {
        List<String> rows = new ArrayList<>();
        rows.addAll(rows(Limits.standard()));
        rows.addAll(rows(WireLimits.defaults()));
        rows.addAll(rows(Deadlines.defaults()));
        rows.addAll(rows(Bounds.standard()));
        assertThat(Files.readString(Path.of("guide/security.md")).lines().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(rows);
    }
}
