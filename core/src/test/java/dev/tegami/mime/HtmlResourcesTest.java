package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that HTML names go with the message; files outside the given directories never do. */
class HtmlResourcesTest {
    private static final byte[] INSIDE = {1};
    private static final byte[] SECRET = {2};

    private Path dir = Path.of("");
    private Path base = dir;

    @BeforeEach
    void files(@TempDir Path temporary) throws IOException {
        dir = temporary;
        base = Files.createDirectories(dir.resolve("base"));
        Files.createDirectories(base.resolve("img"));
        Files.write(base.resolve("img/a.png"), INSIDE);
        Files.write(base.resolve("img/grüner Baum.png"), INSIDE);
        Files.write(base.resolve("img/a&b.png"), INSIDE);
        Files.write(dir.resolve("secret.png"), SECRET);
    }

    private Message built(String html) {
        return Message.parse(
                Message.compose().html(html).inlineFrom(base).build().toBytes());
    }

    private void taken(String html) {
        Message message = built(html);
        String read = message.html().orElseThrow();
        int at = read.indexOf("cid:");
        assertThat(at).as(read).isPositive();
        String id = read.substring(at + 4).replaceAll("@inline.*", "@inline").strip();
        assertThat(message.inline(id).orElseThrow().content().orElseThrow().bytes())
                .isEqualTo(INSIDE);
        assertThat(message.attachments()).hasSize(1);
        assertThat(read.replace("cid:" + id, "")).isEqualTo(html.replaceAll("(?i)(\\./)?img/[^\"' >),]*?\\.png", ""));
    }

    private void left(String html) {
        Message message = built(html);
        assertThat(message.html()).contains(html);
        assertThat(message.attachments()).isEmpty();
    }

    @Test
    void doubleQuotesSingleQuotesAndNoQuotes() {
        taken("<p><img src=\"img/a.png\" alt=x></p>");
        taken("<p><img alt='>' src='img/a.png'></p>");
        taken("<p><IMG SRC=img/a.png></p>");
        taken("<p><img\r\n src = img/a.png ></p>");
        taken("<td background=\"./img/a.png\">");
    }

    @Test
    void percentEncodedAddresses() {
        taken("<img src=\"img/%61.png\">");
        Message message = built("<img src=\"img/gr%C3%BCner%20Baum.png\"><img src='img/gr\u00fcner Baum.png'>");
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.html().orElseThrow()).doesNotContain("Baum");
        assertThat(message.attachments().get(0).fileName()).contains("grüner Baum.png");
        left("<img src='img/%zz.png'>");
        left("<img src='img/a.png%'>");
    }

    @Test
    void anAmpersandIsWrittenAsHtmlWantsIt() {
        assertThat(built("<img src=\"img/a&amp;b.png\">").attachments()).hasSize(1);
    }

    @Test
    void aQueryAndAFragmentNameNoOtherFile() {
        assertThat(built("<img src=\"img/a.png?v=1#x\">").attachments()).hasSize(1);
    }

    @Test
    void candidatesOfASrcset() {
        Message message = built("<img src=img/a.png srcset=\"img/a.png 1x, img/a&amp;b.png 2x,x.png\">");
        assertThat(message.attachments()).hasSize(2);
        assertThat(message.html().orElseThrow())
                .matches("<img src=cid:\\w+@inline srcset=\"cid:\\w+@inline 1x, cid:\\w+@inline 2x,x.png\">");
    }

    @Test
    void urlsOfStyles() {
        taken("<div style=\"color:red;background:URL( 'img/a.png' )\">");
        taken("<div style='background:url(&quot;img/a.png&quot;)'>");
        taken("<style>p { background: url(img/a.png) }</style>");
        left("<div style='background:url(img/a.png'>");
        left("<style>p { background: curl(img/a.png }</style>");
    }

    @Test
    void conditionalCommentsAreLookedInto() {
        taken("<!--[if mso]><v:fill src=\"img/a.png\"/><![endif]-->");
    }

    @Test
    void textAndScriptsAreLeft() {
        left("<p>src=\"img/a.png\"</p>");
        left("<script>if (a<b) x('<img src=\"img/a.png\">')</script>");
        left("<p data-src=\"img/a.png\">");
        left("<img src=\"img/a.png");
    }

    @Test
    void dotsNeverLeadOut() {
        left("<img src=\"../secret.png\">");
        left("<img src=\"img/../../secret.png\">");
        left("<img src=\"img/../../base/../secret.png\">");
        taken("<img src=\"./img/a.png\">");
    }

    @Test
    void percentEncodedDotsNeverLeadOut() {
        left("<img src=\"%2e%2e/secret.png\">");
        left("<img src=\"%2E%2E%2Fsecret.png\">");
        left("<img src=\".%2e/secret.png\">");
        left("<img src=\"..%5csecret.png\">");
        left("<img src=\"img/%2e%2e/%2e./secret.png\">");
    }

    @Test
    void addressesAreDecodedOnce() {
        left("<img src=\"%252e%252e/secret.png\">");
        left("<img src=\"%2561.png\">");
    }

    @Test
    void absolutePathsAreLeft() {
        left("<img src=\"" + dir.resolve("secret.png") + "\">");
        left("<img src=\"" + base.resolve("img/a.png") + "\">");
        left("<img src=\"%2f" + dir.resolve("secret.png").toString().substring(1) + "\">");
        left("<img src=\"C:\\secret.png\">");
        left("<img src=\"C%3a/secret.png\">");
        left("<img src=\"\\secret.png\">");
    }

    @Test
    void schemesAreLeft() {
        left("<img src=\"" + dir.resolve("secret.png").toUri() + "\">");
        left("<img src=\"file:img/a.png\">");
        left("<img src=\"fIlE%3aimg/a.png\">");
        left("<img src=\"https://example.org/img/a.png\">");
        left("<img src=\"data:image/png;base64,AA==\">");
        left("<img src=\"cid:a@example.org\">");
    }

    @Test
    void hostsAreLeft() {
        left("<img src=\"//example.org/img/a.png\">");
        left("<img src=\"\\\\example.org\\share\\a.png\">");
        left("<img src=\"%5c%5cexample.org%5cshare%5ca.png\">");
        left("<img src=\"%2f%2fexample.org/a.png\">");
    }

    @Test
    void linksNeverLeadOut() throws IOException {
        try {
            Files.createSymbolicLink(base.resolve("img/link.png"), dir.resolve("secret.png"));
            Files.createSymbolicLink(base.resolve("up"), dir);
            Files.createSymbolicLink(base.resolve("img/inner.png"), base.resolve("img/a.png"));
        } catch (UnsupportedOperationException e) {
            Assumptions.abort("no symbolic links here: " + e.getMessage());
        }
        left("<img src=\"img/link.png\">");
        left("<img src=\"up/secret.png\">");
        left("<img src=\"up/base/img/../../secret.png\">");
        taken("<img src=\"img/inner.png\">");
    }

    @Test
    void aDirectoryWithALongerNameIsOutside() throws IOException {
        Path sister = Files.createDirectories(dir.resolve("base2"));
        Files.write(sister.resolve("a.png"), SECRET);
        left("<img src=\"../base2/a.png\">");
    }

    @Test
    void nulAndDirectoriesNameNoFile() {
        left("<img src=\"img/a.png%00.gif\">");
        left("<img src=\"img\">");
        left("<img src=\"\">");
        left("<img src=\"?x\">");
    }

    @Test
    void theFirstDirectoryThatHasAFileWins() throws IOException {
        Path other = Files.createDirectories(dir.resolve("other/img"));
        Files.write(other.resolve("a.png"), SECRET);
        Message message = Message.compose()
                .html("<img src=img/a.png>")
                .inlineFrom(base, dir.resolve("other"))
                .build();
        assertThat(message.attachments().get(0).content().orElseThrow().bytes()).isEqualTo(INSIDE);
    }

    @Test
    void anEditResolvesToo() {
        Message before = Message.compose().html("<p>x").build();
        Message after =
                before.edit().html("<img src=img/a.png>").inlineFrom(base).build();
        assertThat(after.html().orElseThrow().toLowerCase(Locale.ROOT)).contains("cid:");
        assertThat(after.attachments()).hasSize(1);
        assertThat(new String(after.toBytes(), StandardCharsets.US_ASCII)).contains("AQ==");
    }
}
