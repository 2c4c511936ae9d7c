package dev.tegami.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A maildrop with the manners and bad manners of real servers: one session at a time, deletions only at QUIT. */
final class FakeMaildrop {
    record Mail(String uid, String octets) {}

    enum Uidl {
        GOOD,
        MISSING,
        ALL_THE_SAME,
        NUMBERS
    }

    final List<Mail> mails = new ArrayList<>();
    Uidl uidl = Uidl.GOOD;
    String capabilities = "TOP\r\nUIDL\r\nPIPELINING\r\nUSER\r\nRESP-CODES\r\n";
    Function<Mail, Integer> sizes = mail -> mail.octets().length();
    Set<String> refused = new HashSet<>();
    boolean hasTop = true;
    String quit = "+OK bye\r\n";
    int retrieved;

    static String letter(String subject) {
        return "Message-ID: <" + subject + "@x>\r\nSubject: " + subject + "\r\n\r\n.dot of " + subject
                + "\r\nFrom x\r\n";
    }

    FakeMaildrop add(String uid) {
        mails.add(new Mail(uid, letter(uid)));
        return this;
    }

    List<String> uids() {
        return mails.stream().map(Mail::uid).toList();
    }

    Session session() {
        return new Session();
    }

    /** One connection: octets in, octets out. */
    final class Session {
        private final StringBuilder line = new StringBuilder();
        private final StringBuilder out = new StringBuilder("+OK ready\r\n");
        private final List<Mail> snapshot = new ArrayList<>(mails);
        private final Set<Mail> marked = new HashSet<>();
        boolean ended;

        byte[] take() {
            byte[] octets = out.toString().getBytes(ISO_8859_1);
            out.setLength(0);
            return octets;
        }

        void give(byte[] octets, int from, int length) {
            for (int i = from; i < from + length && !ended; i++) {
                line.append((char) (octets[i] & 0xff));
                if (octets[i] == '\n') {
                    answer(line.toString().strip());
                    line.setLength(0);
                }
            }
        }

        private void answer(String command) {
            String[] words = command.split(" ", -1);
            if (refused.contains(command)) {
                out.append("-ERR no\r\n");
                return;
            }
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "CAPA" -> out.append("+OK\r\n").append(capabilities).append(".\r\n");
                case "STAT" -> out.append("+OK ").append(snapshot.size()).append(" 1\r\n");
                case "LIST" -> list(mail -> Integer.toString(sizes.apply(mail)));
                case "UIDL" -> uidl();
                case "RETR" -> {
                    retrieved++;
                    body(mail(words[1]).octets());
                }
                case "TOP" -> top(mail(words[1]).octets());
                case "DELE" -> {
                    marked.add(mail(words[1]));
                    out.append("+OK\r\n");
                }
                case "RSET" -> {
                    marked.clear();
                    out.append("+OK\r\n");
                }
                case "QUIT" -> quit();
                default -> out.append("+OK\r\n");
            }
        }

        private void quit() {
            mails.removeAll(marked);
            out.append(quit);
            ended = true;
        }

        private Mail mail(String number) {
            return snapshot.get(Integer.parseInt(number) - 1);
        }

        private void list(Function<Mail, String> value) {
            out.append("+OK\r\n");
            for (int i = 0; i < snapshot.size(); i++) {
                out.append(i + 1)
                        .append(' ')
                        .append(value.apply(snapshot.get(i)))
                        .append("\r\n");
            }
            out.append(".\r\n");
        }

        private void uidl() {
            switch (uidl) {
                case GOOD -> list(Mail::uid);
                case ALL_THE_SAME -> list(mail -> "same");
                case NUMBERS -> list(mail -> Integer.toString(snapshot.indexOf(mail) + 1));
                case MISSING -> out.append("-ERR what?\r\n");
            }
        }

        private void top(String octets) {
            if (hasTop) {
                body(octets.substring(0, octets.indexOf("\r\n\r\n") + 4));
            } else {
                out.append("-ERR what?\r\n");
            }
        }

        private void body(String octets) {
            out.append("+OK\r\n")
                    .append(("\r\n" + octets).replace("\r\n.", "\r\n..").substring(2))
                    .append(".\r\n");
        }
    }
}
