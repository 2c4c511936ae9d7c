package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide says of dependencies and of versions is what the build says. */
class DependenciesTest {
    private static final List<String> MODULES = List.of("core", "smime", "smtp", "imap", "pop3");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>(?:\\s|<!--.*?-->)*<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    @Test
    void thePageNamesEveryLibraryOfThePublishedModulesWithItsVersion() throws IOException {
        Map<String, String> titles = Map.of(
                "jakarta.activation-api", "Jakarta Activation API ${activation.version}",
                "scram-client", "SCRAM client ${scram.version}",
                "jspecify", "JSpecify ${jspecify.version}",
                "bcpkix-jdk18on", "Bouncy Castle bcpkix ${bouncycastle.version}");
        String parent = Files.readString(Path.of("../pom.xml"));
        String page = Files.readString(Path.of("guide/dependencies.md"));
        TreeSet<String> brought = new TreeSet<>();
        for (String module : MODULES) {
            dependencies(Files.readString(Path.of("..", module, "pom.xml"))).stream()
                    .filter(found -> !found.group(3).contains("<scope>test</scope>"))
                    .filter(found -> !found.group(1).equals("dev.tegami"))
                    .forEach(found -> brought.add(found.group(2)));
        }
        assertThat(brought).isEqualTo(new TreeSet<>(titles.keySet()));
        titles.values().forEach(title -> {
            String name = title.replaceAll(".*\\$\\{(.*)}", "$1");
            String version = parent.replaceAll("(?s).*<" + name + ">(.*?)</.*", "$1");
            assertThat(page).contains("| " + title.replace("${" + name + "}", version) + " ");
        });
    }

    @Test
    void theParentAsABomManagesTheFiveModulesAndNothingElse() throws IOException {
        String parent = Files.readString(Path.of("../pom.xml"));
        String managed =
                parent.substring(parent.indexOf("<dependencyManagement>"), parent.indexOf("</dependencyManagement>"));
        assertThat(dependencies(managed).stream()
                        .map(found -> found.group(1) + ":" + found.group(2)
                                + found.group(3).strip()))
                .containsExactlyElementsOf(MODULES.stream()
                        .map(module -> "dev.tegami:tegami-" + module + "<version>${project.version}</version>")
                        .toList());
    }

    private static List<MatchResult> dependencies(String pom) {
        return DEPENDENCY.matcher(pom).results().collect(Collectors.toList());
    }
}
