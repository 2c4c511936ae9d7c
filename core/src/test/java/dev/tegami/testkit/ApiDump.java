package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a module shows to everyone, one line per type and member, in an order that does not change. */
final class ApiDump {
    private static final String REFRESH =
            "mvn -q test -Dtest='HouseRules*' -Dsurefire.failIfNoSpecifiedTests=false -Dapi.refresh";

    private final Path classes;
    private final List<String> exported;

    private ApiDump(Path classes, List<String> exported) {
        this.classes = classes;
        this.exported = exported;
    }

    static ApiDump of(Path module) throws IOException {
        Path classes = module.resolve("target/classes");
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            List<String> exported = ModuleDescriptor.read(in).exports().stream()
                    .filter(e -> !e.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .sorted()
                    .toList();
            return new ApiDump(classes, exported);
        }
    }

    /** Fails when the file says something else; writes it instead when the run was asked to refresh. */
    void compareWith(Path file) throws IOException {
        String now = text();
        if (System.getProperty("api.refresh") != null) {
            Files.writeString(file, now);
        }
        assertThat(now)
                .as(
                        "the public API of %s, as checked in. Meant to change? Then write it anew in the same commit:%n    %s",
                        file, REFRESH)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    private String text() throws IOException {
        StringBuilder out = new StringBuilder();
        for (String name : exported) {
            for (Class<?> type : types(name)) {
                ApiType.of(type).writeTo(out);
            }
        }
        return out.toString();
    }

    private List<Class<?>> types(String packageName) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .map(file -> packageName + "." + file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(ApiDump::load)
                    .filter(ApiType::isShown)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiDump.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("compiled, but not on the class path of its own tests", missing);
        }
    }
}
