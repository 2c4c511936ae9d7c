package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lists of Jakarta Mail and Angus Mail: address lists and parameter lists with what they shall come to. */
class JakartaAgreementTest {
    /** Local parts without a domain, and groups and quotes left as they were written, are an opinion of that library. */
    private static final String COMPLETE = "[^\\s\"<>:;,\\\\@]+@[^\\s\"<>:;,\\\\@]+";

    private record Case(String field, String expectation, List<String> values) {}

    @Test
    void addresses() throws IOException {
        Agreement agreement = new Agreement("jakarta-addresses");
        int number = 0;
        for (Case one : cases("mail-api/internet/addrlist")) {
            number++;
            boolean complete = one.values().stream().allMatch(value -> value.matches(COMPLETE));
            if (!complete
                    || !one.expectation().equals(String.valueOf(one.values().size()))) {
                continue;
            }
            List<String> read =
                    message(one).to().stream().map(JakartaAgreementTest::shown).toList();
            agreement.check(String.valueOf(number), one.values(), read);
        }
        agreement.conclude();
    }

    private static String shown(Address address) {
        if (address instanceof Mailbox mailbox) {
            return mailbox.localPart() + "@" + mailbox.domain();
        }
        return address.displayName() + ":" + address.mailboxes().size() + ";";
    }

    @Test
    void parameters() throws IOException {
        Agreement agreement = new Agreement("jakarta-parameters");
        for (String file : List.of("angus-mail/util/paramdata", "angus-mail/util/paramdatanostrict")) {
            int number = 0;
            for (Case one : cases(file)) {
                number++;
                if (one.expectation().matches("\\d+")) {
                    Map<String, String> wanted = new TreeMap<>();
                    one.values()
                            .forEach(value -> wanted.put(
                                    value.substring(0, value.indexOf('=')),
                                    unescaped(value.substring(value.indexOf('=') + 1))));
                    Map<String, String> read =
                            new TreeMap<>(message(one).root().contentType().parameters());
                    agreement.check(file.substring(16) + " " + number, wanted, read);
                }
            }
        }
        agreement.conclude();
    }

    /** Letters beyond US-ASCII are escapes in the list. */
    private static String unescaped(String value) {
        return Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(value)
                .replaceAll(escape -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }

    private static Message message(Case one) {
        return Message.parse(
                (one.field().replaceFirst("^(?!Content)[^:]*", "To") + "\n\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Case> cases(String name) {
        String all = new String(Corpora.read(Corpora.root().resolve(name)), StandardCharsets.ISO_8859_1);
        List<Case> cases = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        List<String> values = new ArrayList<>();
        boolean isField = false;
        boolean isExpected = false;
        for (String line :
                all.substring(all.indexOf("\nFrom start") + 1).lines().toList()) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn && isExpected) {
                values.add(line.strip());
            } else if (goesOn && isField) {
                field.append('\n').append(line);
            } else if (!goesOn) {
                isExpected = line.startsWith("Expect:");
                isField = !isExpected && line.matches("(?!Comment|Strict)[A-Z][A-Za-z-]*:.*");
                if (isField) {
                    field.setLength(0);
                    field.append(line);
                } else if (isExpected) {
                    values = new ArrayList<>();
                    cases.add(new Case(field.toString(), line.substring(7).strip(), values));
                }
            }
        }
        return cases;
    }
}
