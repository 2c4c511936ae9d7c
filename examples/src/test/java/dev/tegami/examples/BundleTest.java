package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.Imap;
import dev.tegami.mime.Message;
import dev.tegami.pop3.Pop3;
import dev.tegami.smime.Smime;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jars tell an OSGi framework: all that is needed is imported, and what is inside stays inside. */
class BundleTest {
    private static final List<Class<?>> MODULES =
            List.of(Message.class, Smime.class, Smtp.class, Imap.class, Pop3.class);
    private static final Pattern CLAUSE = Pattern.compile("([a-z0-9.]+)((?:;(?:[^,\"]|\"[^\"]*\")*)?)(?:,|$)");

    @ParameterizedTest
    @ValueSource(classes = {Message.class, Smime.class, Smtp.class, Imap.class, Pop3.class})
    void aJarIsABundleThatExportsNothingInternalToStrangers(Class<?> of) throws IOException {
        Attributes headers = manifest(of).getMainAttributes();
        assertThat(headers.getValue("Bundle-SymbolicName")).startsWith("dev.tegami.");
        assertThat(headers.getValue("Require-Capability")).contains("(version=17)");
        assertThat(clauses(headers, "Export-Package"))
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(!clause.contains(".internal") || clause.contains("x-friends"))
                        .as(clause)
                        .isTrue());
        assertThat(headers.keySet().toString()).doesNotContain("Bnd-LastModified", "Built-By");
    }

    @ParameterizedTest
    @ValueSource(classes = {Message.class, Smime.class, Smtp.class, Imap.class, Pop3.class})
    void whatAJarImportsIsExportedByAnotherOneOrOptional(Class<?> of) throws IOException {
        Set<String> exported = new TreeSet<>();
        for (Class<?> module : MODULES) {
            clauses(manifest(module).getMainAttributes(), "Export-Package")
                    .forEach(clause -> exported.add(name(clause)));
        }
        assertThat(clauses(manifest(of).getMainAttributes(), "Import-Package").stream()
                        .filter(clause -> !clause.contains("resolution:=optional"))
                        .map(BundleTest::name))
                .allMatch(name -> exported.contains(name)
                        || Stream.of("java.", "javax.", "jdk.", "org.bouncycastle.", "jakarta.activation")
                                .anyMatch(name::startsWith));
    }

    private static String name(String clause) {
        return clause.split(";", 2)[0];
    }

    private static List<String> clauses(Attributes headers, String name) {
        Matcher matcher = CLAUSE.matcher(String.valueOf(headers.getValue(name)));
        return matcher.results()
                .map(result -> result.group(1) + result.group(2))
                .toList();
    }

    /** The manifest of a class's jar, or of its directory where nothing is packed yet. */
    private static Manifest manifest(Class<?> of) throws IOException {
        Path place =
                Path.of(of.getProtectionDomain().getCodeSource().getLocation().getPath());
        if (Files.isDirectory(place)) {
            try (InputStream in = Files.newInputStream(place.resolve("META-INF/MANIFEST.MF"))) {
                return new Manifest(in);
            }
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.getManifest();
        }
    }
}
