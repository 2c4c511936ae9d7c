package dev.tegami.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources under one directory, for the rules that compiled classes cannot show. */
final class HouseSources {
    private static final Pattern NOT_CODE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
            Pattern.DOTALL);

    private final Map<Path, String> texts;

    private HouseSources(Map<Path, String> texts) {
        this.texts = texts;
    }

    static HouseSources none() {
        return new HouseSources(Map.of());
    }

    static HouseSources of(Path root) throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                texts.put(root.relativize(file), Files.readString(file));
            }
        }
        return new HouseSources(texts);
    }

    /** Places whose code, comments and literals left out, matches. */
    List<String> linesWith(String regex) {
        return find(regex, true);
    }

    /** Places whose text matches, comments included. */
    List<String> rawLinesWith(String regex) {
        return find(regex, false);
    }

    private List<String> find(String regex, boolean codeOnly) {
        Pattern wanted = Pattern.compile(regex);
        List<String> found = new ArrayList<>();
        texts.forEach((file, text) -> {
            String read = codeOnly ? code(text) : text;
            List<String> lines = read.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (wanted.matcher(lines.get(i)).find()) {
                    found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        });
        return found;
    }

    /** Blanks out what is not code and keeps the line numbers. */
    private static String code(String text) {
        return NOT_CODE.matcher(text)
                .replaceAll(m -> "\n"
                        .repeat((int) m.group().chars().filter(c -> c == '\n').count()));
    }

    List<String> packagesWithout(String mark) {
        TreeSet<Path> packages = new TreeSet<>();
        texts.keySet().stream().map(Path::getParent).filter(p -> p != null).forEach(packages::add);
        return packages.stream()
                .filter(p ->
                        !texts.getOrDefault(p.resolve("package-info.java"), "").contains(mark))
                .map(Path::toString)
                .toList();
    }

    /** Files with more lines of code than that; comments are welcome and not counted. */
    List<String> longerThan(int lines) {
        return texts.entrySet().stream()
                .filter(e -> linesOfCode(e.getValue()) > lines)
                .map(e -> e.getKey() + ": " + linesOfCode(e.getValue()) + " lines, more than " + lines)
                .toList();
    }

    private static long linesOfCode(String text) {
        return code(text).lines().filter(line -> !line.isBlank()).count();
    }
}
