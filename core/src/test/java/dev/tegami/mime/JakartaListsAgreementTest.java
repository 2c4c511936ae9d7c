package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.internal.mime.Unfold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The other lists of Jakarta Mail and Angus Mail: folded values, folded addresses, tokens, and uuencoded bodies. */
class JakartaListsAgreementTest {
    private static final Pattern FOLD = Pattern.compile("(?s)(UNFOLD|FOLD)\n(.*?)\\$\nEXPECT\n(.*?)\\$\n");
    private static final Pattern ADDRESSES = Pattern.compile("(?s)FOLD (\\d+)\n(.*?)\\$\nEXPECT\n(.*?)\\$(?:\n|$)");

    private static String list(String name) {
        return new String(Corpora.read(Corpora.root().resolve(name)), StandardCharsets.ISO_8859_1);
    }

    /**
     * We fold at other places; what counts is that both unfold to the same. A value with line ends of its own is not
     * folded but refused.
     */
    @Test
    void foldedValues() throws IOException {
        Agreement agreement = new Agreement("jakarta-folding");
        Matcher one = FOLD.matcher(list("mail-api/internet/folddata"));
        int number = 0;
        while (one.find()) {
            number++;
            boolean isUnfolding = one.group(1).equals("UNFOLD");
            if (!isUnfolding && one.group(2).matches("(?s).*[\r\n].*")) {
                assertThatThrownBy(() -> Field.of("Subject", one.group(2))).isInstanceOf(MimeException.class);
                continue;
            }
            String expected = isUnfolding ? one.group(3) : Unfold.text(one.group(2));
            agreement.check(String.valueOf(number), expected, Unfold.text(isUnfolding ? one.group(2) : one.group(3)));
        }
        agreement.conclude();
    }

    @Test
    void foldedAddresses() throws IOException {
        Agreement agreement = new Agreement("jakarta-folded-addresses");
        Matcher one = ADDRESSES.matcher(list("mail-api/internet/addrfolddata"));
        int number = 0;
        while (one.find()) {
            number++;
            List<Address> apart = new ArrayList<>();
            for (String address : one.group(2).split("\\$\n", -1)) {
                apart.addAll(addresses(address.replace("\n", "\n ")));
            }
            agreement.check(String.valueOf(number), apart, addresses(one.group(3)));
        }
        agreement.conclude();
    }

    private static List<Address> addresses(String text) {
        return Message.parse(("To: " + text + "\n\n").getBytes(StandardCharsets.ISO_8859_1))
                .to();
    }

    /** No token of an address list is lost: each stands in a name, a local part or a domain. */
    @Test
    void tokens() throws IOException {
        Agreement agreement = new Agreement("jakarta-tokens");
        String all = list("mail-api/internet/tokenlist");
        int number = 0;
        for (String one : all.substring(all.indexOf("\nFrom start")).split("\n(?=To:)", -1)) {
            int expect = one.indexOf("\nExpect: ");
            if (!one.startsWith("To:") || expect < 0 || one.startsWith("Exception", expect + 9)) {
                continue;
            }
            number++;
            StringBuilder read = new StringBuilder();
            for (Address address : addresses(one.substring(3, expect))) {
                read.append(address.displayName()).append('\n');
                address.mailboxes()
                        .forEach(mailbox -> read.append(mailbox.displayName())
                                .append('\n')
                                .append(mailbox.localPart())
                                .append('@')
                                .append(mailbox.domain())
                                .append('\n'));
            }
            List<String> lost = one.substring(expect)
                    .lines()
                    .filter(line -> line.matches("\\s+(ATOM|QUOTEDSTRING)\t.*"))
                    .map(line -> line.strip().replaceFirst("\\w+\\s+", ""))
                    .filter(token -> read.indexOf(token) < 0)
                    .toList();
            agreement.check(String.valueOf(number), List.of(), lost);
        }
        agreement.conclude();
    }

    /** What their decoder gives is what ours gives; what theirs throws at is told as a finding, and nothing is lost. */
    @Test
    void uuencodedBodiesAreDecodedAsTheyDecodeThem() throws IOException {
        Agreement agreement = new Agreement("angus-uudata");
        Matcher data = Pattern.compile("(?s)\nTEST ([^\n]*)\nDATA[^\n]*\n(.*?)EXPECT\n(.*?)END\n")
                .matcher(list("angus-mail/util/uudata"));
        while (data.find()) {
            byte[] octets =
                    ("Content-Transfer-Encoding: x-uuencode\n\n" + data.group(2)).getBytes(StandardCharsets.ISO_8859_1);
            Message message = Message.parse(octets);
            if (data.group(3).startsWith("EXCEPTION")) {
                agreement.check(data.group(1), true, !message.findings().isEmpty());
            } else {
                agreement.check(data.group(1), data.group(3), message.text().orElse(""));
            }
        }
        agreement.conclude();
    }
}
