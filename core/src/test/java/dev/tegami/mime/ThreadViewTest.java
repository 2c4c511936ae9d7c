package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.internal.mime.MessageIds;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Base subjects, the ids of threads, and the first words. */
class ThreadViewTest {
    private static Message message(String header) {
        return Message.parse((header + "\r\n\r\nx").getBytes(StandardCharsets.UTF_8));
    }

    private static String base(String subject) {
        return message("Subject: " + subject).baseSubject();
    }

    @Test
    void marksAreNoneOfTheBaseSubject() {
        for (String subject : List.of(
                "Hello",
                "Re: Hello",
                "re:Hello",
                "RE [2]: Hello",
                "Fw: FWD: Hello",
                "[list] Re: Hello",
                "Re: [list] Hello",
                "[a] [b]re [c] : [d]  Hello",
                "Hello (fwd) (FWD)  ",
                "[fwd: Hello]",
                "[Fwd: Re: [fwd: [x] Hello (fwd)]]",
                "=?utf-8?q?Re:_Hello?=",
                "Re:\r\n\t Hello")) {
            assertThat(base(subject)).as(subject).isEqualTo("Hello");
        }
    }

    @Test
    void onlyMarksOfAnswersAndForwardsMakeOne() {
        for (String mark : List.of("re: x", "[list] Fwd: x", "x (fwd)", "[fwd: x]", "Re:")) {
            assertThat(BaseSubject.of(mark).isReply()).as(mark).isTrue();
        }
        for (String mark : List.of("x", "[list] x", "Regards", "[a][b]", "")) {
            assertThat(BaseSubject.of(mark).isReply()).as(mark).isFalse();
        }
    }

    @Test
    void whatIsNoMarkStays() {
        assertThat(base("[list]")).isEqualTo("[list]");
        assertThat(base("[a][b] ")).isEqualTo("[b]");
        assertThat(base("Re: [a][b]")).isEqualTo("[b]");
        assertThat(base("Re:")).isEmpty();
        assertThat(base("Regards")).isEqualTo("Regards");
        assertThat(base("AW: x")).isEqualTo("AW: x");
        assertThat(base("[a[b] x")).isEqualTo("[a[b] x");
        assertThat(base("[fwd: ]")).isEmpty();
        assertThat(base("a  [b]\tc")).isEqualTo("a [b] c");
        assertThat(message("X: y").baseSubject()).isEmpty();
    }

    @Test
    void theIdsOfAThreadAreReadInEveryForm() {
        Message message =
                message("In-Reply-To: Your message of Friday <1@a>\r\nReferences: <0@a> (c)\r\n <1@a>,<<2@a>");
        assertThat(message.inReplyTo()).containsExactly("1@a");
        assertThat(message.references()).containsExactly("0@a", "1@a", "2@a");
        assertThat(message("In-Reply-To: <1@a> <2@a>").references()).containsExactly("1@a");
        assertThat(message("References: 1@a, 2@a\r\nIn-Reply-To: x").references())
                .containsExactly("1@a", "2@a");
        assertThat(message("References: <>").references()).isEmpty();
        assertThat(message("References: <1@a").references()).isEmpty();
    }

    @Test
    void thePreviewIsTheFirstNewWords() {
        Message text = Message.compose()
                .text("Ada wrote:\r\n> old\r\n\r\nYes,\tof\u0007 course\u202e.\r\n-- \r\nBob")
                .build();
        assertThat(text.preview()).isEqualTo("Ada wrote: Yes, of course.");
        assertThat(Message.compose()
                        .html("<style>p{}</style><p>Hi<p>you")
                        .build()
                        .preview())
                .isEqualTo("Hi you");
        assertThat(Message.compose().build().preview()).isEmpty();
        String preview = Message.compose().text("議🦊".repeat(100_000)).build().preview();
        assertThat(preview).hasSize(256).startsWith("議🦊").endsWith("🦊議");
        String pairs = Message.compose().text("x" + "🦊".repeat(300)).build().preview();
        assertThat(pairs).hasSize(255).endsWith("🦊");
    }

    @Test
    void listsTellHowToUseThem() {
        Message message = Message.compose()
                .header(Field.structured("List-Id", "\"The news\" <news.example.org>"))
                .list(ListCommand.HELP, URI.create("mailto:help@example.org"))
                .oneClickUnsubscribe(URI.create("HTTPS://example.org/u"), URI.create("mailto:leave@example.org"))
                .build();
        MailingList list = MailingList.of(Message.parse(message.toBytes())).orElseThrow();
        assertThat(list.id()).contains("news.example.org");
        assertThat(list.name()).contains("The news");
        assertThat(list.places(ListCommand.UNSUBSCRIBE))
                .extracting(String::valueOf)
                .containsExactly("HTTPS://example.org/u", "mailto:leave@example.org");
        assertThat(list.places(ListCommand.HELP)).hasSize(1);
        assertThat(list.places(ListCommand.OWNER)).isEmpty();
        assertThat(list.oneClick()).contains(URI.create("HTTPS://example.org/u"));
        assertThat(list.isClosed()).isFalse();
        assertThat(MailingList.of(message("X: y"))).isEmpty();
    }

    @Test
    void damagedListFieldsLoseOnlyThemselves() {
        MailingList list = MailingList.of(
                        message("List-Post: NO (closed)\r\nList-Unsubscribe: <http://a\r\n b/>, <not one>,"
                                + " <relative>, <mailto:x@y>, <\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click"))
                .orElseThrow();
        assertThat(list.isClosed()).isTrue();
        assertThat(list.places(ListCommand.UNSUBSCRIBE))
                .extracting(String::valueOf)
                .containsExactly("http://ab/", "mailto:x@y");
        assertThat(list.oneClick()).isEmpty();
        assertThat(list.id()).isEmpty();
    }

    @Provide
    Arbitrary<String> subject() {
        return Arbitraries.of("re", "fw", "fwd", ":", "[", "]", " ", "(fwd)", "[fwd:", "x", "\t")
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list));
    }

    @Property(tries = 2000)
    void theBaseSubjectIsPartOfTheSubjectAndItsOwnBase(@ForAll("subject") String subject) {
        String base = BaseSubject.of(subject).text();
        assertThat(subject.replaceAll("[ \t]+", " ")).contains(base);
        assertThat(BaseSubject.of(base).text()).isEqualTo(base);
        assertThat(BaseSubject.of("Re: " + subject).text()).isEqualTo(base);
    }

    @Provide
    Arbitrary<String> id() {
        return Arbitraries.strings()
                .withChars("ab.@\"\\ ,;()[]=+")
                .withChars('ä', '議')
                .ofMaxLength(40)
                .map(left -> ("i" + left).strip() + "@example.org");
    }

    @Property(tries = 500)
    void idsInBracketsReadBackEqualWhateverStandsBetween(
            @ForAll List<@From("id") String> ids, @ForAll("between") String between) {
        String field = ids.stream().map(id -> "<" + id + ">").collect(Collectors.joining(between));
        assertThat(MessageIds.of(between + field + between)).isEqualTo(ids);
    }

    @Provide
    Arbitrary<String> between() {
        return Arbitraries.of("", " ", ",", "\r\n\t", " (comment) ", ">", " words of old ");
    }

    @Property(tries = 500)
    void aPreviewIsShortAndHasNoControls(@ForAll("words") String text, @ForAll boolean isHtml) {
        Draft draft = Message.compose();
        String preview = (isHtml ? draft.html(text) : draft.text(text)).build().preview();
        assertThat(preview.length()).isLessThanOrEqualTo(Math.min(256, text.length()));
        assertThat(preview.codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
        assertThat(preview).isEqualTo(preview.strip()).doesNotContain("  ");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                        "word",
                        " ",
                        "\t",
                        "\r\n",
                        "\n> ",
                        "\u0007",
                        "\u0085",
                        "\u202e",
                        "\u2028",
                        "🦊",
                        "議",
                        "<p>",
                        "&lt;",
                        "&#7;",
                        "&#x1F98A;",
                        "<style>",
                        "-- \r\n")
                .list()
                .ofMaxSize(300)
                .map(list -> String.join("", list));
    }

    @FuzzTest(maxDuration = "10m")
    void anySubjectHasABaseAndAnyListOfIdsItsIds(byte[] octets) {
        if (octets == null) {
            return;
        }
        String text = new String(octets, StandardCharsets.UTF_8);
        String base = BaseSubject.of(text).text();
        if (!BaseSubject.of(base).text().equals(base)) {
            throw new AssertionError("not its own base: " + base);
        }
        List<String> ids = MessageIds.of(text);
        String written = ids.isEmpty() ? "" : "<" + String.join("> <", ids) + ">";
        if (!MessageIds.of(written).equals(ids)) {
            throw new AssertionError("not read again: " + ids);
        }
        Message.parse(octets).preview();
        MailingList.of(Message.parse(octets)).ifPresent(MailingList::oneClick);
    }

    @Test
    void hostileSubjectsAndIdsTakeLinearTime() {
        for (String shape :
                List.of("[]", "[", "[a] ", "re:", "re [", "[fwd:", "(fwd)", "<", "<>", "<a@b>", " ", "]", "a@b ")) {
            String text = shape.repeat(200_000);
            assertThat(BaseSubject.of(text).text()).isNotNull();
            assertThat(BaseSubject.of(text + "x").text()).isNotNull();
            assertThat(MessageIds.of(text)).isNotNull();
        }
        assertThat(BaseSubject.of("[fwd:".repeat(100_000) + "x" + "]".repeat(100_000))
                        .text())
                .isEqualTo("x");
    }
}
