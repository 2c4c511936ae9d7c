package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.dns.DnsFailed;
import dev.tegami.dns.MailExchanger;
import dev.tegami.dns.Resolver;
import dev.tegami.mime.Message;
import dev.tegami.mime.report.StatusCode;
import dev.tegami.net.Deadlines;
import dev.tegami.net.Route;
import dev.tegami.net.Server;
import dev.tegami.smtp.Attempt.Result;
import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.ScriptedServer.Script;
import dev.tegami.testkit.Talk;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From server to server: exchangers in order, and never a second host where the first may have the message. */
class RelayTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");

    private final Map<String, ScriptedServer> hosts = new HashMap<>();
    private final Map<String, List<MailExchanger>> dns = new HashMap<>();

    @AfterEach
    void end() {
        hosts.values().forEach(ScriptedServer::close);
    }

    private final class Names implements Resolver {
        @Override
        public List<MailExchanger> exchangers(String domain) {
            if (domain.startsWith("broken")) {
                throw new DnsFailed("no answer", new IOException("timeout"));
            }
            return dns.getOrDefault(domain, List.of());
        }

        @Override
        public List<String> texts(String name) {
            return List.of();
        }
    }

    private void host(String name, Script script) {
        hosts.put(name, ScriptedServer.startTls(script));
    }

    private void mx(String domain, Object... preferencesAndHosts) {
        List<MailExchanger> list = new ArrayList<>();
        for (int i = 0; i < preferencesAndHosts.length; i += 2) {
            list.add(new MailExchanger((int) preferencesAndHosts[i], (String) preferencesAndHosts[i + 1]));
        }
        dns.put(domain, list);
    }

    private Socket connect(Server server) throws IOException {
        assertThat(server.port()).isEqualTo(25);
        ScriptedServer there = hosts.get(server.host());
        if (there == null) {
            throw new ConnectException("nobody at " + server.host());
        }
        return new Socket("localhost", there.at().port());
    }

    private Relay relay() {
        return Relay.as("client.test")
                .resolver(new Names())
                .deadlines(Deadlines.all(Duration.ofSeconds(10)).close(Duration.ofMillis(50)))
                .tls(TestPki.shared().trusting())
                .via(Route.socket(this::connect));
    }

    private static void takes(Talk talk) throws IOException {
        Sessions.hello(talk, "host", "PIPELINING");
        Sessions.envelope(talk);
        Sessions.message(talk);
        talk.send("250 2.0.0 Ok: queued as ABCDEF").expect("QUIT").send("221 bye");
    }

    private static Script greets(String greeting) {
        return talk -> talk.send(greeting).drain();
    }

    /** Answers a pipelined envelope so, and is said goodbye to. */
    private static Script answers(String replies) {
        return talk -> {
            Sessions.hello(talk, "host", "PIPELINING");
            talk.line();
            talk.line();
            talk.expect("DATA").raw(replies);
            talk.drain();
        };
    }

    private static void never(Talk talk) {
        throw new AssertionError("no connection was to be made here");
    }

    @Test
    void theBestHostThatCanBeReachedGetsIt() {
        mx("example.test", 30, "third", 20, "second", 10, "first");
        host("second", RelayTest::takes);
        host("third", RelayTest::never);
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.queueId()).contains("ABCDEF");
        assertThat(receipt.attempts()).extracting(Attempt::host).containsExactly("first", "second");
        assertThat(receipt.attempts()).extracting(Attempt::result).containsExactly(Result.FAILED, Result.TOOK_IT);
    }

    @Test
    void aDomainWithoutExchangersIsAHostItself() {
        host("example.test", RelayTest::takes);
        assertThat(relay().send(Letters.plain(), BOB).isComplete()).isTrue();
    }

    @Test
    void anAddressInBracketsIsAHost() {
        host("192.0.2.1", RelayTest::takes);
        Envelope there = Envelope.of("alice@example.test", "bob@[192.0.2.1]");
        assertThat(relay().send(Letters.plain(), there).isComplete()).isTrue();
    }

    @Test
    void aNullExchangerIsARefusalForGood() {
        mx("example.test", 0, "");
        Receipt receipt = relay().send(Letters.plain(), BOB);
        Delivery refused = receipt.deliveries().get(0);
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.enhancedCode()).contains(new StatusCode(5, 1, 10));
        assertThat(refused.retry()).isEqualTo(Retry.NEVER);
    }

    @Test
    void hostsThatTurnUsAwayAreFollowedByTheNext() {
        mx("example.test", 1, "busy", 2, "hostile", 3, "grey", 4, "good");
        host("busy", greets("421 4.3.2 busy"));
        host("hostile", greets("554 5.7.1 not you"));
        host("grey", answers("250 ok\r\n450 4.2.0 greylisted\r\n554 nobody\r\n"));
        host("good", RelayTest::takes);
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.attempts())
                .extracting(Attempt::result)
                .containsExactly(Result.REFUSED, Result.REFUSED, Result.REFUSED, Result.TOOK_IT);
    }

    @Test
    void whereEveryHostTurnsUsAwayTheLastSaysWhetherToTryAgain() {
        mx("example.test", 1, "hostile", 2, "busy");
        host("hostile", greets("554 5.7.1 not you"));
        host("busy", greets("421 4.3.2 busy"));
        Delivery delivery = relay().send(Letters.plain(), BOB).deliveries().get(0);
        assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(delivery.retry()).isEqualTo(Retry.SOON);
    }

    @Test
    void aFinalRefusalIsNotTakenToTheNextHost() {
        mx("example.test", 1, "first", 2, "second");
        host("first", answers("250 ok\r\n550 5.1.1 unknown\r\n554 nobody\r\n"));
        host("second", RelayTest::never);
        assertThat(relay().send(Letters.plain(), BOB).deliveries().get(0).retry())
                .isEqualTo(Retry.NEVER);
        mx("example.test", 1, "spam", 2, "second");
        host("spam", talk -> {
            Sessions.hello(talk, "host", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.send("554 5.7.1 spam").drain();
        });
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.attempts()).extracting(Attempt::host).containsExactly("spam");
    }

    @Test
    void anUnknownOutcomeStaysUnknown() {
        mx("example.test", 1, "first", 2, "second");
        host("first", talk -> {
            Sessions.hello(talk, "host", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.close();
        });
        host("second", RelayTest::never);
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.deliveries()).extracting(Delivery::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(receipt.attempts()).extracting(Attempt::result).containsExactly(Result.UNKNOWN);
    }

    @Test
    void onlyTheRecipientsThatAreLeftGoToTheNextHost() {
        mx("example.test", 1, "first", 2, "second");
        host("first", talk -> {
            Sessions.hello(talk, "host", "PIPELINING");
            for (int i = 0; i < 5; i++) {
                talk.line();
            }
            talk.raw("250 ok\r\n250 ok\r\n550 5.1.1 no\r\n452 4.2.2 full\r\n354 go\r\n");
            Sessions.message(talk);
            talk.send("250 ok").drain();
        });
        host("second", talk -> {
            Sessions.hello(talk, "host", "PIPELINING");
            talk.line();
            talk.expect("RCPT TO:<c@example.test>").expect("DATA").raw("250 ok\r\n250 ok\r\n354 go\r\n");
            Sessions.message(talk);
            talk.send("250 ok").drain();
        });
        Envelope three = Envelope.of("alice@example.test", "a@example.test", "b@example.test", "c@example.test");
        assertThat(relay().send(Letters.plain(), three).deliveries())
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.ACCEPTED);
    }

    @Test
    void eachDomainGoesItsOwnWay() {
        mx("broken.test", 1, "nowhere");
        host("one.test", RelayTest::takes);
        Envelope both = Envelope.of("alice@example.test", "a@broken.test", "b@one.test", "c@nowhere.test");
        Receipt receipt = relay().send(Letters.plain(), both);
        assertThat(receipt.deliveries())
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.NOT_TRIED, Outcome.ACCEPTED, Outcome.NOT_TRIED);
        assertThat(receipt.deliveries().get(0).retry().isWorthwhile()).isTrue();
        assertThat(receipt.attempts())
                .extracting(Attempt::host)
                .containsExactly("broken.test", "one.test", "nowhere.test");
    }

    @Test
    void aHostThatBreaksTheLimitsOrADomainThatIsNoneKeepsNothingFromTheOthers() {
        host("one.test", RelayTest::takes);
        host("endless.test", talk -> {
            for (int i = 0; i < 10_000; i++) {
                talk.send("220-and on");
            }
        });
        host("last.test", RelayTest::takes);
        Envelope all = Envelope.of(
                "alice@example.test", "a@one.test", "b@endless.test", "c@no!domain", "d@[localhost]", "e@last.test");
        Receipt receipt = relay().send(Letters.plain(), all);
        assertThat(receipt.deliveries())
                .extracting(Delivery::outcome)
                .containsExactly(
                        Outcome.ACCEPTED, Outcome.NOT_TRIED, Outcome.REFUSED, Outcome.REFUSED, Outcome.ACCEPTED);
        assertThat(receipt.deliveries().get(2).enhancedCode()).contains(new StatusCode(5, 1, 2));
        assertThat(receipt.deliveries().get(3).enhancedCode()).contains(new StatusCode(5, 1, 2));
        assertThat(receipt.attempts().get(1).detail()).contains("replyLines");
    }

    @Test
    void mailDoesNotGoRoundInCircles() {
        mx("example.test", 5, "better", 10, "Client.Test", 20, "worse");
        host("worse", RelayTest::never);
        assertThat(relay().send(Letters.plain(), BOB).attempts())
                .extracting(Attempt::host)
                .containsExactly("better");
        mx("example.test", 10, "client.test", 20, "worse");
        assertThat(relay().send(Letters.plain(), BOB).deliveries().get(0).enhancedCode())
                .contains(new StatusCode(5, 4, 6));
        Message hopping = Letters.of("Received: from a by b\r\n".repeat(101) + Letters.HEADER + "\r\nx\r\n");
        assertThat(relay().send(hopping, BOB).deliveries().get(0).enhancedCode())
                .contains(new StatusCode(5, 4, 6));
    }

    @Test
    void namesThatAreNoHostsAreNotConnectedTo() {
        mx("example.test", 1, "a b", 2, "x\r\ny", 3, "h/../z");
        assertThat(relay().send(Letters.plain(), BOB).deliveries().get(0).retry())
                .isEqualTo(Retry.NEVER);
    }

    @Test
    void hostsOfEqualPreferenceAreTriedInAnyOrder() {
        mx("example.test", 1, "a", 1, "b", 1, "c", 0, "best");
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            orders.add(relay().send(Letters.plain(), BOB).attempts().stream()
                    .map(Attempt::host)
                    .toList());
        }
        assertThat(orders).allMatch(order -> order.size() == 4 && order.get(0).equals("best"));
        assertThat(orders.stream().distinct()).hasSizeGreaterThan(1);
    }

    /** Offers TLS with a certificate for localhost, which is not the host's name. */
    private static void badCertificate(Talk talk) throws IOException {
        talk.send("220 host").expect("EHLO client.test").send("250-host").send("250 STARTTLS");
        String next = String.valueOf(talk.line());
        if (next.equals("STARTTLS")) {
            talk.send("220 go").startTls();
            return;
        }
        assertThat(next).startsWith("MAIL");
        talk.send("250 ok");
        talk.line();
        talk.send("250 ok").expect("DATA").send("354 go");
        Sessions.message(talk);
        talk.send("250 ok").drain();
    }

    @Test
    void tlsWithABadCertificateIsNoReasonToKeepMailUnlessItIsRequired() {
        mx("example.test", 1, "host");
        host("host", talk -> {
            talk.send("220 host").expect("EHLO client.test").send("250-host").send("250 STARTTLS");
            String next = String.valueOf(talk.line());
            if (next.equals("STARTTLS")) {
                talk.send("220 go").startTls();
            }
        });
        assertThat(relay().startTls().send(Letters.plain(), BOB).deliveries())
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.NOT_TRIED);
        assertThat(relay().requireTlsFor("host"::equals)
                        .send(Letters.plain(), BOB)
                        .deliveries())
                .extracting(Delivery::outcome)
                .containsExactly(Outcome.NOT_TRIED);
        assertThat(relay().send(Letters.plain(), BOB.tls(TlsDemand.REQUIRED)).attempts())
                .hasSize(1)
                .allMatch(attempt -> attempt.detail().contains("TLS"));
    }

    @Test
    void inClearIsSaidToBeInClear() {
        mx("example.test", 1, "host");
        host("host", RelayTest::badCertificate);
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.isComplete()).isTrue();
        assertThat(receipt.attempts()).hasSize(2);
        assertThat(receipt.attempts().get(0).result()).isEqualTo(Result.FAILED);
        assertThat(receipt.attempts().get(1).detail()).startsWith("in clear");
    }

    @Test
    void tlsIsUsedWhereItWorks() {
        mx("example.test", 1, "localhost");
        host("localhost", talk -> {
            talk.send("220 host").expect("EHLO client.test").send("250-host").send("250 STARTTLS");
            talk.expect("STARTTLS").send("220 go").startTls();
            Sessions.offers(talk, "host", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            talk.send("250 ok").drain();
        });
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.attempts().get(0).detail()).startsWith("over TLS");
        assertThat(receipt.isComplete()).isTrue();
    }

    @Test
    void whatNoHostCanCarryIsRefusedForGood() {
        mx("example.test", 1, "small", 2, "smaller");
        host("small", talk -> {
            Sessions.hello(talk, "host", "SIZE 50");
            talk.drain();
        });
        host("smaller", talk -> {
            Sessions.hello(talk, "host", "SIZE 40");
            talk.drain();
        });
        Receipt receipt = relay().send(Letters.plain(), BOB);
        assertThat(receipt.attempts()).hasSize(2);
        assertThat(receipt.deliveries().get(0).retry()).isEqualTo(Retry.NEVER);
    }
}
