package dev.tegami.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.sasl.TokenSource.Freshness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaslTest {
    private static final Credentials ADA = Credentials.password("ada", "pencil-and-engine");
    private static final ChannelBinding EXPORTER = ChannelBinding.exporter(new byte[32]);

    private static Link link(Link.Privacy privacy, ChannelBinding... bindings) {
        return new Link("imap", "mail.example.org", 993, privacy, List.of(bindings));
    }

    private static String chosen(Credentials credentials, Link link, String... offered) {
        return Sasl.choose(List.of(offered), credentials, link).name();
    }

    @Test
    void theStrongestIsChosen() {
        Link tls = link(Link.Privacy.PRIVATE, EXPORTER);
        assertThat(chosen(ADA, tls, "PLAIN", "login", "CRAM-MD5", "scram-sha-1", "SCRAM-SHA-256"))
                .isEqualTo("SCRAM-SHA-256");
        assertThat(chosen(ADA, tls, "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS")).isEqualTo("SCRAM-SHA-256-PLUS");
        assertThat(chosen(ADA, tls, "LOGIN", "PLAIN", "XYZ")).isEqualTo("PLAIN");
        assertThat(chosen(ADA.only("LOGIN", "PLAIN"), tls, "PLAIN", "LOGIN", "CRAM-MD5"))
                .isEqualTo("LOGIN");
    }

    @Test
    void aClearLinkSeesNoSecret() {
        Link clear = link(Link.Privacy.CLEAR);
        assertThat(chosen(ADA, clear, "PLAIN", "LOGIN", "CRAM-MD5")).isEqualTo("CRAM-MD5");
        assertThatThrownBy(() -> chosen(ADA, clear, "PLAIN", "LOGIN"))
                .isInstanceOfSatisfying(
                        SaslDenied.class, e -> assertThat(e.why()).isEqualTo(Denial.NEEDS_TLS));
        assertThatThrownBy(() -> chosen(Credentials.token("ada", fresh -> "t0ken"), clear, "XOAUTH2"))
                .isInstanceOfSatisfying(
                        SaslDenied.class, e -> assertThat(e.why()).isEqualTo(Denial.NEEDS_TLS));
        assertThat(chosen(ADA, link(Link.Privacy.CLEAR_BY_CHOICE), "PLAIN")).isEqualTo("PLAIN");
    }

    @Test
    void nothingInCommonIsSaid() {
        assertThatThrownBy(() -> chosen(ADA, link(Link.Privacy.PRIVATE), "GSSAPI", "NTLM"))
                .isInstanceOfSatisfying(
                        SaslDenied.class, e -> assertThat(e.why()).isEqualTo(Denial.NO_COMMON_MECHANISM))
                .hasMessageContaining("GSSAPI, NTLM")
                .hasMessageNotContaining("pencil");
    }

    @Test
    void bindingToTheCertificateIsOnlyByName() {
        Link tls12 = link(Link.Privacy.PRIVATE);
        assertThat(chosen(ADA, tls12, "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS")).isEqualTo("SCRAM-SHA-256");
    }

    private static Mechanism scram(String... offered) {
        return Sasl.choose(List.of(offered), ADA, link(Link.Privacy.PRIVATE, EXPORTER))
                .begin(Freshness.ANY);
    }

    private static String text(Optional<byte[]> octets) {
        return new String(octets.orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void scramBelievesAServerThatProvesItself() throws Exception {
        ScramPeer peer = new ScramPeer("pencil-and-engine", 4096);
        Mechanism scram = scram("SCRAM-SHA-256");
        byte[] proof = scram.respond(peer.first(scram.initial().orElseThrow()));
        assertThat(scram.done()).isFalse();
        assertThat(scram.respond(peer.last(proof))).isEmpty();
        assertThat(scram.done()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-1", "SHA-256", "SHA-512"})
    void scramServesWithEveryHashAndWithABinding(String hash) throws Exception {
        for (String name : List.of("SCRAM-" + hash, "SCRAM-" + hash + "-PLUS")) {
            ScramPeer peer = new ScramPeer(hash, "pencil-and-engine", 4096);
            Mechanism scram = scram(name);
            assertThat(scram.name()).isEqualTo(name);
            scram.respond(peer.last(scram.respond(peer.first(scram.initial().orElseThrow()))));
            assertThat(scram.done()).isTrue();
        }
    }

    @Test
    void scramDisbelievesAnImpostor() throws Exception {
        ScramPeer peer = new ScramPeer("pencil-and-engine", 4096);
        Mechanism scram = scram("SCRAM-SHA-256");
        scram.respond(peer.first(scram.initial().orElseThrow()));
        assertThatThrownBy(() -> scram.respond(
                        "v=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        SaslDenied.class, e -> assertThat(e.why()).isEqualTo(Denial.SERVER_NOT_PROVEN));
        assertThat(scram.done()).isFalse();
    }

    @Test
    void scramTellsAWrongPassword() throws Exception {
        ScramPeer peer = new ScramPeer("another", 4096);
        Mechanism scram = scram("SCRAM-SHA-256");
        byte[] proof = scram.respond(peer.first(scram.initial().orElseThrow()));
        assertThatThrownBy(() -> scram.respond(peer.last(proof)))
                .isInstanceOfSatisfying(
                        SaslDenied.class, e -> assertThat(e.why()).isEqualTo(Denial.WRONG_CREDENTIALS));
    }

    @Test
    void scramDoesNotWorkForAServerWithoutEnd() throws Exception {
        Mechanism scram = scram("SCRAM-SHA-256");
        String nonce = text(scram.initial()).replaceFirst(".*,r=", "");
        String endless = "r=" + nonce + "x,s=c2FsdA==,i=2000000000";
        assertThatThrownBy(() -> scram.respond(endless.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(SaslDenied.class)
                .hasMessageContaining("2000000000 iterations");
    }

    @Test
    void theFlagSaysWhetherBindingWasPossible() {
        assertThat(text(scram("SCRAM-SHA-256").initial())).startsWith("y,,n=ada");
        assertThat(text(scram("SCRAM-SHA-256-PLUS").initial())).startsWith("p=tls-exporter,,n=ada");
        Mechanism declined = Sasl.choose(
                        List.of("SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"),
                        ADA.only("SCRAM-SHA-256"),
                        link(Link.Privacy.PRIVATE, EXPORTER))
                .begin(Freshness.ANY);
        assertThat(text(declined.initial())).startsWith("n,,n=ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"e=server-does-support-channel-binding", "e=channel-bindings-dont-match"})
    void aDowngradeIsNamed(String error) {
        Mechanism scram = scram("SCRAM-SHA-256-PLUS");
        assertThatThrownBy(() -> scram.respond(error.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        SaslDenied.class, e -> assertThat(e.why()).isEqualTo(Denial.DOWNGRADE));
        assertThat(scram.mayFallBack(Denial.DOWNGRADE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "r=", "r=a,s=b,i=c", "r=nonce-of-somebody-else,s=c2FsdA==,i=4096", "m=ext,r=a,s=b,i=1"})
    void malformedChallengesAreRefusedByName(String challenge) {
        Mechanism scram = scram("SCRAM-SHA-256");
        assertThatThrownBy(() -> scram.respond(challenge.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SaslDenied.class);
    }

    @Test
    void tokensTravelInTheirForms() {
        Credentials token = Credentials.token("ada", fresh -> "t0ken");
        Link tls = link(Link.Privacy.PRIVATE);
        assertThat(text(Sasl.choose(List.of("XOAUTH2"), token, tls)
                        .begin(Freshness.ANY)
                        .initial()))
                .isEqualTo("user=ada\1auth=Bearer t0ken\1\1");
        assertThat(text(Sasl.choose(List.of("OAUTHBEARER", "XOAUTH2"), token, tls)
                        .begin(Freshness.ANY)
                        .initial()))
                .isEqualTo("n,a=ada,\1host=mail.example.org\1port=993\1auth=Bearer t0ken\1\1");
    }

    @Test
    void theErrorOfATokenIsRead() {
        Mechanism bearer = Sasl.choose(
                        List.of("OAUTHBEARER"), Credentials.token("ada", fresh -> "t0ken"), link(Link.Privacy.PRIVATE))
                .begin(Freshness.ANY);
        byte[] answer =
                bearer.respond("{\"status\":\"invalid_token\",\"scope\":\"mail\"}".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer).containsExactly(1);
        assertThat(bearer.done()).isFalse();
        assertThat(bearer.diagnosis().orElseThrow()).hasMessageContaining("invalid_token");
    }

    @Test
    void digestMd5AnswersAsInTheRfc() {
        Mechanism digest = Sasl.choose(List.of("DIGEST-MD5"), ADA, link(Link.Privacy.PRIVATE))
                .begin(Freshness.ANY);
        assertThat(digest.initial()).isEmpty();
        String answer = new String(
                digest.respond("realm=\"elwood\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8"
                        .getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII);
        assertThat(answer).contains("username=\"ada\"", "realm=\"elwood\"", "digest-uri=\"imap/mail.example.org\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "realm=\"\",nonce=\"n0nce\",qop=\"auth\",algorithm=md5-sess",
                "nonce=\"n0nce\",qop=\"auth\",algorithm=md5-sess,realm=\"\""
            })
    void digestMd5TakesAnEmptyRealm(String challenge) {
        Mechanism digest = Sasl.choose(List.of("DIGEST-MD5"), ADA, link(Link.Privacy.PRIVATE))
                .begin(Freshness.ANY);
        assertThat(new String(digest.respond(challenge.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII))
                .contains("username=\"ada\"")
                .doesNotContain("realm=\"null\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "realm=", "nonce=\"n\"", "algorithm=md5,nonce=\"n\""})
    void digestMd5RefusesNonsenseByName(String challenge) {
        Mechanism digest = Sasl.choose(List.of("DIGEST-MD5"), ADA, link(Link.Privacy.PRIVATE))
                .begin(Freshness.ANY);
        assertThatThrownBy(() -> digest.respond(challenge.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(SaslDenied.class);
    }

    @Test
    void cramMd5IsTheKeyedDigest() {
        Mechanism cram = Sasl.choose(
                        List.of("CRAM-MD5"), Credentials.password("tim", "tanstaaftanstaaf"), link(Link.Privacy.CLEAR))
                .begin(Freshness.ANY);
        byte[] answer = cram.respond("<1896.697170952@postoffice.reston.mci.net>".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("tim b913a602c7eda7a495b4e6e7334d3890");
    }

    /** RFC 5802 asks the client to prepare, RFC 4616 the server, and LOGIN nobody. */
    @Test
    void onlyScramPreparesWhatItSends() throws Exception {
        String name = "Zoe\u0308";
        String password = "co\u0302te\u00A0\uFB01n";
        Credentials decomposed = Credentials.password(name, password);
        Link tls = link(Link.Privacy.PRIVATE);
        assertThat(text(Sasl.choose(List.of("PLAIN"), decomposed, tls)
                        .begin(Freshness.ANY)
                        .initial()))
                .isEqualTo("\0" + name + "\0" + password);
        Mechanism login = Sasl.choose(List.of("LOGIN"), decomposed, tls).begin(Freshness.ANY);
        assertThat(new String(login.respond(new byte[0]), StandardCharsets.UTF_8))
                .isEqualTo(name);
        assertThat(new String(login.respond(new byte[0]), StandardCharsets.UTF_8))
                .isEqualTo(password);
        ScramPeer peer = new ScramPeer("c\u00F4te fin", 4096);
        Mechanism scram = Sasl.choose(List.of("SCRAM-SHA-256"), decomposed, tls).begin(Freshness.ANY);
        byte[] first = scram.initial().orElseThrow();
        assertThat(text(Optional.of(first))).contains("n=Zo\u00EB,");
        scram.respond(peer.last(scram.respond(peer.first(first))));
        assertThat(scram.done()).isTrue();
    }

    @Test
    void whatSaslprepForbidsIsSaidBeforeAnythingTravels() {
        assertThatThrownBy(() -> Sasl.choose(
                                List.of("SCRAM-SHA-256"),
                                Credentials.password("ada", "bell\u0007tower"),
                                link(Link.Privacy.PRIVATE))
                        .begin(Freshness.ANY))
                .isInstanceOf(SaslDenied.class)
                .hasMessageContaining("SASLprep")
                .hasMessageNotContaining("tower");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "\uD800"})
    void controlsAreRefusedAtOnce(String bad) {
        assertThatThrownBy(() -> Credentials.password(bad, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Credentials.password("x", bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(bad);
        assertThatThrownBy(() -> ADA.actingAs(bad)).isInstanceOf(IllegalArgumentException.class);
    }
}
