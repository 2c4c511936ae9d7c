package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Text that flows (RFC 3676), both ways. */
class FlowedTest {
    private static Message built(String text) {
        return Message.parse(Message.compose()
                .transport(TransferEncoding.EIGHT_BIT)
                .flowed()
                .text(text)
                .build()
                .toBytes());
    }

    private static String octets(Message message) {
        return new String(OctetSource.bytes(OctetSource.octets(message.root().rawBody())), StandardCharsets.UTF_8);
    }

    private static String read(String body, String parameters) {
        String head = "Content-Type: text/plain; charset=utf-8; format=flowed" + parameters
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        return Message.parse((head + body).getBytes(StandardCharsets.UTF_8))
                .text()
                .orElseThrow();
    }

    @Provide
    Arbitrary<String> paragraphs() {
        Arbitrary<String> words = Arbitraries.of(
                        "a", "word", "-- ", "--", ">", "From ", " ", "  ", "議事録を", "🎌", "é\u0301")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join("", list));
        Arbitrary<String> spaced = Arbitraries.of("lorem", "ipsum", "dolor,", "議事録", "x".repeat(90), "")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join(" ", list));
        Arbitrary<String> content = Arbitraries.oneOf(words, spaced).map(FlowedTest::canonical);
        return Combinators.combine(Arbitraries.integers().between(0, 4), content)
                .as((depth, text) ->
                        depth == 0 ? unquoted(text) : ">".repeat(depth) + (text.isEmpty() ? "" : " " + unquoted(text)));
    }

    private static String canonical(String text) {
        return text.equals("-- ") ? text : text.replaceAll(" +$", "");
    }

    private static String unquoted(String text) {
        return text.startsWith(">") || text.startsWith(" >") ? "x" + text : text;
    }

    @Property(tries = 1000)
    void paragraphsReadBackAndNoLineIsWiderThanAScreenUnlessAWordIs(
            @ForAll("paragraphs") String first, @ForAll("paragraphs") String second) {
        String text = first + "\r\n" + second;
        Message message = built(text);
        assertThat(message.text().orElse("")).isEqualTo(text);
        for (String line : octets(message).split("\r\n", -1)) {
            assertThat(line.length() <= 78 || line.matches(">* ?[^ ]+ *") || line.contains("x".repeat(90)))
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void quotedTextFlowsInsideItsQuotation() {
        String text = ">> " + "lorem ipsum ".repeat(12).strip();
        Message message = built(text);
        List<String> lines = octets(message).lines().collect(Collectors.toList());
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).startsWith(">> "));
        assertThat(lines.get(0)).endsWith(" ");
        assertThat(message.text()).contains(text);
    }

    @Test
    void quoteMarksWithBlanksBetweenCountAsWell() {
        assertThat(built("> > x\r\n>y").text()).contains(">> x\r\n> y");
    }

    @Test
    void aScriptWithoutBlanksIsWrittenWithDelSp() {
        String text = "議事録は、".repeat(40);
        Message message = built(text);
        assertThat(message.root().contentType().parameter("delsp")).contains("yes");
        assertThat(octets(message).lines().count()).isGreaterThan(4);
        assertThat(message.text()).contains(text);
    }

    @Test
    void longAddressesStayWhole() {
        String text = "see https://example.org/" + "a".repeat(100) + " and more";
        Message message = built(text);
        assertThat(message.root().contentType().parameter("delsp")).isEmpty();
        assertThat(octets(message)).contains("a".repeat(100));
        assertThat(message.text()).contains(text);
    }

    @Test
    void aParagraphThatBeginsAsASignatureDoesIsNone() {
        String text = "-- " + "y".repeat(100) + " z";
        assertThat(built(text).text()).contains(text);
        assertThat(built("x\r\n-- \r\nAda").text()).contains("x\r\n-- \r\nAda");
    }

    @Test
    void delSpTakesTheBlankAwayAndWithoutItTheBlankStays() {
        assertThat(read("ab \r\ncd\r\n", "; delsp=yes")).isEqualTo("abcd\r\n");
        assertThat(read("ab \r\ncd\r\n", "; DelSp=\"Yes\"")).isEqualTo("abcd\r\n");
        assertThat(read("ab \r\ncd\r\n", "; delsp=no")).isEqualTo("ab cd\r\n");
        assertThat(read("ab \r\ncd\r\n", "")).isEqualTo("ab cd\r\n");
        assertThat(read("ab  \r\ncd\r\n", "; delsp=yes")).isEqualTo("ab cd\r\n");
    }

    @Test
    void quotedLinesOfOneDepthJoinAndOthersDoNot() {
        assertThat(read("> a \r\n> b\r\n>> c \r\n> d\r\n", "")).isEqualTo("> a b\r\n>> c \r\n> d\r\n");
        assertThat(read(">a \r\n> b\r\n", "")).isEqualTo("> a b\r\n");
        assertThat(read("a \r\n> b\r\n", "")).isEqualTo("a \r\n> b\r\n");
        assertThat(read(">\r\n> x\r\n", "")).isEqualTo(">\r\n> x\r\n");
    }

    @Test
    void stuffedBlanksGoAndASignatureNeverFlows() {
        assertThat(read("  a\r\n From b\r\n > c\r\n-- \r\nAda\r\n", ""))
                .isEqualTo(" a\r\nFrom b\r\n> c\r\n-- \r\nAda\r\n");
        assertThat(read("a \r\n-- \r\nb\r\n", "")).isEqualTo("a \r\n-- \r\nb\r\n");
    }

    @Test
    void manyLinesCostNoMoreThanTheirNumber() {
        String text = "x".repeat(2_000_000) + "\r\n" + "a ".repeat(1_000_000).strip() + "\r\n" + "議".repeat(500_000);
        assertThat(built(text).text().orElseThrow()).isEqualTo(text);
    }
}
