package dev.tegami.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A benchmark class as it is shown: beside which peers, and on which works.
 *
 * @param name the package's last name and the class, without {@code Benchmark}
 * @param parameter the one that says what is done; empty when the class does one thing only
 * @param works each value of the parameter in words
 * @param peers who else does it
 * @param warming how many seconds go by before anything counts
 */
record Comparison(String name, String parameter, Map<String, String> works, List<Peer> peers, int warming) {
    /** All that the figures show. */
    static final List<Comparison> ALL = List.of(
            new Comparison(
                    "mime.Parse",
                    "letter",
                    works(
                            List.of("small", "newsletter", "attachment", "attachment10", "nested"),
                            List.of(
                                    "read a letter of 3 KB",
                                    "read a newsletter, text and HTML",
                                    "read a letter with 1 MB attached",
                                    "read a letter with 10 MB attached",
                                    "read a letter of 30 levels")),
                    List.of(Peer.ANGUS, Peer.MIME4J, Peer.MIME4J_STREAM),
                    2),
            one("mime.Mbox", "read an mbox of 1,000 letters", Peer.ANGUS, Peer.MIME4J_STREAM),
            new Comparison(
                    "mime.Build",
                    "megabytes",
                    works(
                            List.of("0", "10"),
                            List.of("write text, HTML and a picture", "the same with 10 MB attached")),
                    List.of(Peer.ANGUS, Peer.SIMPLE, Peer.MIME4J),
                    2),
            new Comparison(
                    "smime.Smime",
                    "work",
                    works(
                            List.of(
                                    "SIGN_10MB_RSA",
                                    "VERIFY_10MB_RSA",
                                    "ENCRYPT_10MB_GCM",
                                    "DECRYPT_10MB_GCM",
                                    "SIGN_10KB_P256",
                                    "VERIFY_10KB_P256"),
                            List.of(
                                    "sign 10 MB, RSA",
                                    "verify 10 MB, RSA",
                                    "encrypt 10 MB, AES-256-GCM",
                                    "decrypt 10 MB, AES-256-GCM",
                                    "sign 10 KB, ECDSA P-256",
                                    "verify 10 KB, ECDSA P-256")),
                    List.of(Peer.BCJMAIL_BC, Peer.BCJMAIL_JDK),
                    1),
            new Comparison(
                    "smtp.Send",
                    "octets",
                    works(List.of("2000", "10000000"), List.of("send 2 KB", "send 10 MB")),
                    List.of(Peer.ANGUS, Peer.SIMPLE, Peer.COMMONS_NET),
                    2),
            one("smtp.Batch", "send 100 messages of 2 KB", Peer.ANGUS),
            one("imap.List", "list a folder of 1,000 messages", Peer.ANGUS),
            one("pop3.Retrieve", "read 1,000 messages of 2 KB", Peer.ANGUS, Peer.COMMONS_NET),
            one("pop3.Collect", "read 200 messages of 4 KB over TLS", Peer.ANGUS));

    private static Comparison one(String name, String work, Peer... peers) {
        return new Comparison(name, "", Map.of("", work), List.of(peers), 2);
    }

    private static Map<String, String> works(List<String> values, List<String> words) {
        Map<String, String> works = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            works.put(values.get(i), words.get(i));
        }
        return works;
    }

    String subject() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Finds our method and the peers'. */
    String pattern() {
        String methods = peers.stream().map(Peer::method).collect(Collectors.joining("|", "(tegami|", ")$"));
        return "^" + Pattern.quote("dev.tegami.benchmarks." + name + "Benchmark.") + methods;
    }

    Optional<Peer> peer(String method) {
        return peers.stream().filter(peer -> peer.method().equals(method)).findFirst();
    }
}
