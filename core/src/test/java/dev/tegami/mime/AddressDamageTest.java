package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Address lists that are damaged lose no address, and swallow none. */
class AddressDamageTest {
    private static Message message(String to) {
        return Message.parse(("To: " + to + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> to(String to) {
        return message(to).to().stream()
                .flatMap(address -> address.mailboxes().stream())
                .map(mailbox -> mailbox.displayName() + "|" + mailbox.address())
                .toList();
    }

    @Test
    void anAddressBehindAnotherWithoutACommaIsKeptWithAFinding() {
        assertThat(to("<a@b.com> <c@d.com>")).containsExactly("|a@b.com", "|c@d.com");
        assertThat(to("A <a@b.com> \"C, D\" <c@d.com>, e@f")).containsExactly("A|a@b.com", "C, D|c@d.com", "|e@f");
        assertThat(to("a@b.com c@d.com")).containsExactly("|a@b.com", "|c@d.com");
        assertThat(to("A <a@b.com> c@d.com (C)")).containsExactly("A|a@b.com", "C|c@d.com");
        assertThat(message("<a@b.com> <c@d.com>").findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.BAD_ADDRESS);
        assertThat(message("<a@b.com>, <c@d.com>").findings()).isEmpty();
    }

    @Test
    void strictParsingRefusesAMissingComma() {
        byte[] octets = "To: <a@b.com> <c@d.com>\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> Message.parse(Source.of(octets), ParseOptions.strict()))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining("without a comma");
    }

    @Test
    void aDisplayNameThatHoldsAnAddressIsNoSecondAddress() {
        assertThat(to("\"boss@bank.example\" <a@b.com>")).containsExactly("boss@bank.example|a@b.com");
        assertThat(to("boss@bank.example <a@b.com>")).containsExactly("boss@bank.example|a@b.com");
    }

    @Test
    void wordsBesideAnAddressWithoutBracketsAreItsName() {
        assertThat(to("andris andris@tr.ee")).containsExactly("andris|andris@tr.ee");
        assertThat(to("\"see fake@domain.com\" real@example.com"))
                .containsExactly("see fake@domain.com|real@example.com");
        assertThat(to("Call John at john@example.com soon")).containsExactly("Call John at soon|john@example.com");
    }

    @Test
    void obsoleteWhiteSpaceAroundDotsAndAtSignsSeparatesNothing() {
        assertThat(to("john . q . doe @ example . com")).containsExactly("|john.q.doe@example.com");
        assertThat(to("\"john\" . doe (his) @ example.com")).hasSize(1);
        assertThat(to("\"a b\"@example.com")).containsExactly("|\"a b\"@example.com");
        assertThat(to("<@a.example,@b.example:c@d.example>")).containsExactly("|c@d.example");
    }

    @Test
    void bracketsThatAreDoubledOrNotClosedSwallowNothing() {
        assertThat(to("Name <<user@example.com>>")).containsExactly("Name|user@example.com");
        assertThat(to("A <a@b.com, C <c@d.com>, e@f.com")).containsExactly("A|a@b.com", "C|c@d.com", "|e@f.com");
        assertThat(to("A <a@b.com C <c@d.com>")).hasSize(2);
        assertThat(to("A <\"a@b.com>, e@f.com")).hasSize(2);
        assertThat(to("a@b.com <>")).containsExactly("|a@b.com");
    }

    @Test
    void aGroupWithinAGroupGivesItsMembersToTheOuterOne() {
        List<Address> to = message("Outer: Inner: a@b.com, c@d.com;, e@f.com").to();
        assertThat(to).hasSize(2);
        assertThat(to.get(0).mailboxes()).hasSize(2);
    }

    @Test
    void bracketsEndEveryRunOfWords() {
        assertThat(to("x.<a@b>y@z <c@d>, e@f")).containsExactly("x.|a@b", "y@z|c@d", "|e@f");
        assertThat(to("a@b <> .c@d")).hasSize(2);
        assertThat(to("n <a@b> \"     \"@c.d <e@f>")).hasSize(2);
        assertThat(to("n <a@b> \"     \"@c.d x@y")).hasSize(3);
    }

    @Test
    void longRowsOfTheSameDamageAreReadInOneLoop() {
        for (String one :
                List.of("a@b ", "<a@b> ", "x <a@b ", ":", "a@b:::", "<", "<\"", "a@b <", "\"x\" ", "<@", ". ")) {
            assertThat(message("a@b " + one.repeat(50_000)).to()).as(one).isNotEmpty();
        }
    }
}
