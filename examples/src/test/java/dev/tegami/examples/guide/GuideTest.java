package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that the guide shows is code that is compiled here, and its links lead somewhere. */
class GuideTest {
    private static final Path GUIDE = Path.of("guide");
    private static final Path SOURCES = Path.of("src/test/java/dev/tegami/examples/guide");
    private static final Path FIRST_LETTER = Path.of("src/main/java/dev/tegami/examples/FirstLetter.java");
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
        sources.append(bare(Files.readString(FIRST_LETTER)));
        List<Path> pages = new ArrayList<>(files(GUIDE));
        pages.add(Path.of("../README.md"));
        for (Path page : pages) {
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
    void everyClassThatTheReadmeNamesWithAnRfcIsThere() throws IOException {
        String table = Files.readString(Path.of("../README.md"))
                .split("## RFCs\n", 2)[1]
                .split("\n## ", 2)[0];
        List<String> names = Pattern.compile("`([A-Z][A-Za-z0-9]+)`")
                .matcher(table)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(40);
        try (Stream<Path> sources = Files.walk(Path.of(".."), 12)) {
            assertThat(sources.filter(path -> path.toString().contains("src/main/java"))
                            .map(path -> path.getFileName().toString().replace(".java", ""))
                            .toList())
                    .containsAll(names);
        }
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
