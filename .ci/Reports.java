import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads the reports of all passes ({@code java Reports.java PASS...}, a directory each) and fails when a test failed in
 * any, was skipped in every one of them, or when a pass ran no test.
 */
class Reports {
    private final Map<String, String> skipped = new TreeMap<>();
    private final Map<String, String> ran = new TreeMap<>();
    private int failures;
    private int skips;

    public static void main(String[] passes) throws Exception {
        Reports reports = new Reports();
        for (String pass : passes) {
            reports.read(Path.of(pass));
        }
        reports.judge();
    }

    private void read(Path pass) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(pass)) {
            files = all.filter(f -> f.getFileName().toString().matches("TEST-.*\\.xml")).toList();
        }
        int tests = 0;
        int before = skips;
        for (Path file : files) {
            tests += read(file.toFile());
        }
        System.out.printf("%s: %d tests in %d classes, %d skipped%n", pass.getFileName(), tests, files.size(), skips - before);
        if (tests == 0) {
            throw new IOException("no test ran in the pass " + pass);
        }
    }

    private int read(File file) throws Exception {
        NodeList cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            if (test.getElementsByTagName("skipped").getLength() > 0) {
                skips++;
                Element skip = (Element) test.getElementsByTagName("skipped").item(0);
                skipped.put(name, skip.getAttribute("message") + skip.getTextContent().lines().findFirst().orElse(""));
            } else {
                ran.put(name, "");
            }
            if (test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0) {
                failures++;
                System.out.println("failed: " + name);
            }
        }
        return cases.getLength();
    }

    private void judge() {
        skipped.keySet().removeAll(ran.keySet());
        skipped.forEach((name, why) -> System.out.println("ran in no pass: " + name + ": " + why));
        if (failures > 0 || !skipped.isEmpty()) {
            System.exit(1);
        }
    }
}
