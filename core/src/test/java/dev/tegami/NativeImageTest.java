package dev.tegami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the metadata for native images names is there; whether an image runs, only GraalVM can tell. */
class NativeImageTest {
    private static final String METADATA = "/META-INF/native-image/dev.tegami/tegami-core/reachability-metadata.json";

    @Test
    void everyTypeThatTheMetadataNamesIsAType() throws IOException {
        try (InputStream in = NativeImageTest.class.getResourceAsStream(METADATA)) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> types = Pattern.compile("\"type\": \"([^\"]+)\"")
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
            assertThat(types)
                    .hasSize(2)
                    .allSatisfy(type -> assertThat(Class.forName(type, false, ClassLoader.getPlatformClassLoader()))
                            .isNotNull());
        }
    }
}
