package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that the guide shows is code that is compiled here, and its links lead somewhere. */
class GuideTest {
    private static final Path GUIDE = Path.of("guide");
    private static final Path SOURCES = Path.of("src/test/java/dev/tegami/examples/guide");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    @Test
    void everyBlockOfJavaIsInASourceThatIsCompiled() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path source : files(SOURCES)) {
            sources.append(bare(Files.readString(source))).append('\n');
        }
        int blocks = 0;
        for (Path page : files(GUIDE)) {
            for (String block : BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(result -> result.group(1))
                    .toList()) {
                assertThat(sources.toString()).as(page.toString()).contains(bare(block));
                blocks++;
            }
        }
        assertThat(blocks).isGreaterThan(15);
    }

    @Test
    void everyLinkLeadsToAFileOfTheProject() throws IOException {
        for (Path page : files(GUIDE)) {
            assertThat(LINK.matcher(Files.readString(page)).results().map(result -> result.group(1)))
                    .allSatisfy(link -> assertThat(GUIDE.resolve(link))
                            .as(page + " " + link)
                            .exists());
        }
        assertThat(Files.readString(GUIDE.resolve("README.md"))).satisfies(index -> {
            for (Path page : files(GUIDE)) {
                assertThat(index).contains(page.getFileName().toString().replace("README.md", "# The guide"));
            }
        });
    }
}
