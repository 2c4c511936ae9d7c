package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Receive;
import dev.tegami.testkit.ChildProcess;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attachment of 1 GB comes decoded into a process with 32 MiB of heap. */
class LargeAttachmentTest {
    private static final Pattern PARTIAL = Pattern.compile("BODY\\.PEEK\\[2\\]<([0-9]+)\\.([0-9]+)>");

    /** How the attachment is encoded, in lines that all are the same. */
    private enum Form {
        BASE64("VGhl".repeat(19), 57, "", 18_000_000),
        QUOTED_PRINTABLE("=47=62 ".repeat(10) + "x=", 31, "", 3_000_000),
        BINARY("VGhl".repeat(19), 57, " BINARY", 18_000_000);

        private final String block;
        private final int line;
        private final int decoded;
        private final String capability;
        private final int lines;

        Form(String line, int decoded, String capability, int lines) {
            this.block = (line + "\r\n").repeat(30_000);
            this.line = line.length() + 2;
            this.decoded = decoded;
            this.capability = capability;
            this.lines = lines;
        }

        String encoding() {
            return this == QUOTED_PRINTABLE ? "quoted-printable" : "base64";
        }

        long size() {
            return (long) line * lines;
        }

        /** The octets from one on, as many as there are. */
        String octets(long from, long count) {
            int length = (int) Math.max(0, Math.min(count, size() - from));
            int start = (int) (from % line);
            return block.substring(start, start + length);
        }
    }

    /** The process: its arguments are a port and a file, or nothing for a stream. */
    public static void main(String[] arguments) throws IOException {
        try (ImapSession session = Imap.at("localhost")
                .port(Integer.parseInt(arguments[0]))
                .insecurePlaintext()
                .open()) {
            PartView film =
                    session.select("INBOX").view(1).orElseThrow().attachments().get(0);
            if (arguments.length > 1) {
                film.toFile(Path.of(arguments[1]));
            } else {
                long count = film.receive(Receive.toStream(OutputStream.nullOutputStream()));
                System.exit((int) (count / 1_000_000));
            }
        }
    }

    private static void serve(Talk talk, Form form) throws IOException {
        talk.send("* PREAUTH [CAPABILITY IMAP4rev1" + form.capability + "] ready");
        for (String line = talk.line(); line != null; line = talk.line()) {
            String tag = line.substring(0, line.indexOf(' '));
            Matcher partial = PARTIAL.matcher(line);
            if (line.contains("BODYSTRUCTURE")) {
                talk.send("* 1 FETCH (UID 1 BODYSTRUCTURE ((\"text\" \"plain\" NIL NIL NIL \"7bit\" 3 1)"
                        + "(\"video\" \"mp4\" NIL NIL NIL \"" + form.encoding() + "\" " + form.size()
                        + " NIL (\"attachment\" NIL)) \"mixed\"))");
            } else if (line.contains("BINARY.PEEK")) {
                binary(talk, form);
            } else if (partial.find()) {
                long from = Long.parseLong(partial.group(1));
                String header = "Content-Transfer-Encoding: " + form.encoding() + "\r\n\r\n";
                String octets = form.octets(from, Long.parseLong(partial.group(2)));
                talk.raw("* 1 FETCH (UID 1 BODY[2.MIME] {" + header.length() + "}\r\n" + header + " BODY[2]<" + from
                        + "> {" + octets.length() + "}\r\n" + octets + ")\r\n");
            }
            talk.send(tag + " OK done");
        }
    }

    private static void binary(Talk talk, Form form) throws IOException {
        String line = "The".repeat(form.decoded / 3).repeat(6_000);
        talk.raw(String.format(Locale.ROOT, "* 1 FETCH (UID 1 BINARY[2] ~{%d}\r\n", (long) form.decoded * form.lines));
        for (int i = 0; i < form.lines / 6_000; i++) {
            talk.raw(line);
        }
        talk.send(")");
    }

    private static int run(Form form, String... file) throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(talk -> serve(talk, form))) {
            String[] arguments = new String[file.length + 1];
            arguments[0] = Integer.toString(server.at().port());
            System.arraycopy(file, 0, arguments, 1, file.length);
            return ChildProcess.start(LargeAttachmentTest.class, arguments).waitFor();
        }
    }

    @Test
    void base64InWindowsGoesToAFile(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("film.mp4");
        assertThat(run(Form.BASE64, file.toString())).isZero();
        assertThat(Files.size(file)).isEqualTo(57L * Form.BASE64.lines);
    }

    @Test
    void quotedPrintableInWindowsGoesToAStream() throws Exception {
        assertThat(run(Form.QUOTED_PRINTABLE)).isEqualTo(31 * 3);
    }

    @Test
    void whatTheServerDecodedGoesToAStream() throws Exception {
        assertThat(run(Form.BINARY)).isEqualTo(57 * 18 % 256); // an exit value is one octet
    }
}
