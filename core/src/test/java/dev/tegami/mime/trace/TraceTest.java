package dev.tegami.mime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.trace.AuthenticationResults.Result;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What servers write on a message. */
class TraceTest {
    private static Message message(String header) {
        return Message.parse((header + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aStepIsReadByItsClauses() {
        Message message = message("""
                Received: from mail.example.org (mail.example.org [IPv6:2001:db8::1])\r
                \t(using TLSv1.3; a \\( b) by mx.example.net (Postfix) via TCP with ESMTPS id <4A@mx>\r
                \tfor <bob@example.net>; Sun, 1 Mar 2026 12:00:00 +0100 (CET)\r
                Received: (qmail); x""");
        List<Received> steps = Received.of(message.header());
        assertThat(steps).hasSize(2);
        Received step = steps.get(0);
        assertThat(step.from()).contains("mail.example.org");
        assertThat(step.address()).contains("2001:db8::1");
        assertThat(step.by()).contains("mx.example.net");
        assertThat(step.via()).contains("TCP");
        assertThat(step.with()).contains("ESMTPS");
        assertThat(step.id()).contains("4A@mx");
        assertThat(step.recipient()).contains(Mailbox.parse("bob@example.net"));
        assertThat(step.date()).contains(OffsetDateTime.parse("2026-03-01T12:00:00+01:00"));
        assertThat(steps.get(1).from()).isEmpty();
        assertThat(steps.get(1).date()).isEmpty();
        assertThat(steps.get(1)).hasToString("(qmail); x");
    }

    @Test
    void aStepInTheWildIsReadAsFarAsItGoes() {
        Received step =
                Received.parse("FROM x (63.146.189.86:23198) BY mx (Microsoft SMTP Server) with Microsoft SMTPSVC"
                        + " from <eve@example.com>; Fri Feb 07 10:18:12 2003 -0800");
        assertThat(step.from()).contains("x");
        assertThat(step.address()).contains("63.146.189.86");
        assertThat(step.with()).contains("Microsoft SMTPSVC from <eve@example.com>");
        assertThat(step.date()).contains(OffsetDateTime.parse("2003-02-07T10:18:12-08:00"));
        assertThat(Received.parse("from [192.0.2.1] by mx").address()).contains("192.0.2.1");
        assertThat(Received.parse("for nobody; by (").recipient()).isEmpty();
    }

    @Test
    void resultsAreReadByMethodAndProperty() {
        AuthenticationResults found = AuthenticationResults.parse("MX.example.net (c) 1; spf=pass (a; b)"
                + " reason=\"so; \\\"it\\\" is\" smtp.mailfrom=ada@example.org; dkim/1 = Fail header.d=example.org"
                + " header.b=\"ab=\"; dmarc=none;");
        assertThat(found.authority()).isEqualTo("mx.example.net");
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.results())
                .containsExactly(
                        new Result(
                                "spf",
                                1,
                                "pass",
                                Optional.of("so; \"it\" is"),
                                Map.of("smtp.mailfrom", "ada@example.org")),
                        new Result(
                                "dkim",
                                1,
                                "fail",
                                Optional.empty(),
                                Map.of("header.d", "example.org", "header.b", "ab=")),
                        new Result("dmarc", 1, "none", Optional.empty(), Map.of()));
        assertThat(found.results().get(0).isPass()).isTrue();
        assertThat(found.results().get(1).isPass()).isFalse();
        assertThat(AuthenticationResults.parse("mx; none").results()).isEmpty();
        AuthenticationResults nobody = AuthenticationResults.parse("spf=pass (x) smtp.mailfrom=y");
        assertThat(nobody.authority()).isEmpty();
        assertThat(nobody.results()).hasSize(1);
    }

    @Test
    void whatIsNoKeywordIsNoMethod() {
        assertThat(AuthenticationResults.parse("mx; \"dkim\"=pass; \"d\\kim\"=pass; \\=pass; \" \"=pass; spf=pass")
                        .results())
                .extracting(Result::method)
                .containsExactly("spf");
        assertThat(AuthenticationResults.parse("\"\" \\ \"=\"").results()).isEmpty();
    }

    @Test
    void onlyTheOwnServerIsBelieved() {
        Message message = message("""
                Authentication-Results: mx.example.net; dkim=fail\r
                Authentication-Results: evil.example; dkim=pass\r
                Authentication-Results: mx.example.net 2; dkim=pass\r
                Authentication-Results: (mx.example.net) evil.example; dkim=pass\r
                Authentication-Results: "MX.example.net"; spf=pass\r
                Authentication-Results: dkim=pass mx.example.net""");
        assertThat(AuthenticationResults.of(message.header(), "mx.Example.net"))
                .extracting(AuthenticationResults::results)
                .extracting(results ->
                        results.get(0).method() + "=" + results.get(0).value())
                .containsExactly("dkim=fail", "spf=pass");
    }

    @Provide
    Arbitrary<String> line() {
        return Arbitraries.of(
                        " ", "from", "by", "id", "(", ")", ";", "\"", "\\", "=", "/", "x", "1.2.3.4", "[", ":", "dkim",
                        "<a@b.c>")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join("", list));
    }

    @Property(tries = 1000)
    void anyLineIsReadAndNothingIsMadeUp(@ForAll("line") String line) {
        Received step = Received.parse(line);
        for (Optional<String> word : List.of(step.from(), step.by(), step.via(), step.id(), step.address())) {
            word.ifPresent(text -> assertThat(line).contains(text));
        }
        step.recipient();
        for (Result result : AuthenticationResults.parse(line).results()) {
            assertThat(line).contains(result.method()).contains("=");
            assertThat(result.method()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyOctetsAreReadAndResultsAreFound(byte[] octets) {
        if (octets == null) {
            return;
        }
        String text = new String(octets, StandardCharsets.UTF_8);
        Received step = Received.parse(text);
        step.recipient();
        step.address();
        step.date();
        AuthenticationResults read = AuthenticationResults.parse(text);
        if (!read.equals(AuthenticationResults.parse(text))) {
            throw new AssertionError("read another way");
        }
    }

    @Test
    void hostileLinesTakeLinearTime() {
        for (String shape : List.of("(", ";", "\"", "from ", "=", "a=b ", ";a=b", "1.1.", ":", "from (1:", "\\", "<")) {
            String line = "from x " + shape.repeat(200_000);
            assertThat(Received.parse(line).from()).contains("x");
            assertThat(AuthenticationResults.parse(line)).isNotNull();
        }
    }
}
