package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Listed;
import dev.tegami.imap.internal.response.ResponseParser;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Dialect;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.imap.internal.wire.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What we write, a server reads as it was meant; what a server writes, we read as it was meant. */
class RoundTripTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abz \"\\\\{}()[]%*&-+,~/NIL19")
                .withCharRange('\u00a0', '\u017f')
                .withCharRange('\u3040', '\u30ff')
                .withCharRange('\ud000', '\ud0ff')
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<Dialect> dialects() {
        return Arbitraries.of(Dialect.FIRST, Dialect.REV2, Dialect.UTF8_ACCEPT, Dialect.REV2.withUtf7Names());
    }

    @Property(tries = 500)
    void aServerReadsTheTextThatWasMeant(@ForAll("texts") String text, @ForAll("dialects") Dialect dialect)
            throws IOException, BadSyntax {
        Tokens in = written(new Script(dialect).string(text));
        assertThat(in.astring()).isEqualTo(text);
        assertThat(in.atEnd()).isTrue();
    }

    @Property(tries = 500)
    void aServerReadsTheFolderThatWasMeant(@ForAll("texts") String text, @ForAll("dialects") Dialect dialect)
            throws IOException, BadSyntax {
        Tokens in = written(new Script(dialect).folder(text));
        assertThat((dialect.utf8Names() ? in.utf8Names() : in).folder()).isEqualTo(text);
        assertThat(in.atEnd()).isTrue();
    }

    private static Tokens written(Script script) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Script.Piece piece : script.pieces()) {
            if (piece instanceof Script.Plain plain) {
                out.write(plain.text().getBytes(StandardCharsets.UTF_8));
            } else if (piece instanceof Script.Literal literal) {
                out.write(("{" + literal.size() + "}\r\n").getBytes(StandardCharsets.US_ASCII));
                literal.body().writeTo(out);
            }
        }
        return new Tokens(out.toByteArray(), out.size(), 20);
    }

    /** A string as some server writes it: quoted where that is possible, as a literal, or NIL. */
    private static String server(String text, int how) {
        if (how == 0 && text.isEmpty()) {
            return "NIL";
        }
        int octets = text.getBytes(StandardCharsets.UTF_8).length;
        return how == 1
                ? "{" + octets + "}\r\n" + text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Property(tries = 500)
    void weReadTheEnvelopeThatTheServerMeant(
            @ForAll("texts") String subject, @ForAll("texts") String name, @ForAll("hows") int how) {
        String who = "((" + server(name, how) + " NIL \"ada\" \"x.test\"))";
        String frame = "* 7 FETCH (UID 9 ENVELOPE (NIL " + server(subject, how) + " " + who + " " + who + " " + who
                + " NIL NIL NIL NIL " + server("<1@x.test>", how) + ") RFC822.SIZE 5)";
        Fetched read = (Fetched) ResponseParser.parse(Tokens.of(frame));
        assertThat(read.damage()).isEmpty();
        assertThat(read.uid()).isEqualTo(9);
        assertThat(read.size()).hasValue(5);
        assertThat(read.messageId()).contains("1@x.test");
        assertThat(read.from()).hasSize(1);
        assertThat(read.from().get(0).toString()).contains("ada@x.test");
        assertThat(read.subject().orElse("").strip()).isEqualTo(subject.strip());
    }

    @Property(tries = 200)
    void weReadTheFlagsAndTheFolderThatTheServerMeant(
            @ForAll("flags") Set<String> flags, @ForAll("texts") String name, @ForAll("hows") int how) {
        String list = flags.stream().collect(Collectors.joining(" ", "(", ")"));
        Fetched read = (Fetched) ResponseParser.parse(Tokens.of("* 7 FETCH (FLAGS " + list + " UID 9)"));
        assertThat(read.flags().stream().map(Flag::name)).containsExactlyInAnyOrderElementsOf(flags);
        String frame = "* LIST " + list + " \"/\" " + server("x" + name, how);
        Listed listed = (Listed) ResponseParser.parse(Tokens.of(frame).utf8Names());
        assertThat(listed.folder().name()).isEqualTo("x" + name);
    }

    @Provide
    Arbitrary<Integer> hows() {
        return Arbitraries.of(List.of(0, 1, 2));
    }

    @Provide
    Arbitrary<Set<String>> flags() {
        return Arbitraries.of("\\Seen", "\\Flagged", "$Forwarded", "$MDNSent", "$Junk", "Work-1", "a.b", "\\Deleted")
                .set()
                .ofMaxSize(6);
    }
}
