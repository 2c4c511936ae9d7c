package dev.tegami.smtp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that takes messages over any number of connections and counts each by its subject, at the moment it takes the
 * responsibility: before the answer leaves. It pipelines as RFC 2920 says, and can be slow or close early.
 */
final class Mailbag implements AutoCloseable {
    private final ServerSocket listener;
    private final Settings settings;
    private final Map<String, AtomicInteger> subjects = new ConcurrentHashMap<>();
    private final Queue<String> mailboxes = new ConcurrentLinkedQueue<>();
    private final Set<String> addressed = ConcurrentHashMap.newKeySet();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicInteger welcome = new AtomicInteger(Integer.MAX_VALUE);
    private final Thread acceptor;
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * How it behaves.
     *
     * @param offers the keywords behind EHLO, with blanks between; one in a keyword's line is written as _
     * @param answerTime how long it thinks about a message
     * @param perConnection after so many messages it closes with 421
     * @param atOnce so many connections it takes at a time, others get 421
     */
    record Settings(String offers, Duration answerTime, int perConnection, int atOnce) {
        static Settings of(String offers) {
            return new Settings(offers, Duration.ZERO, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }

        Settings answerTime(Duration span) {
            return new Settings(offers, span, perConnection, atOnce);
        }

        Settings perConnection(int messages) {
            return new Settings(offers, answerTime, messages, atOnce);
        }

        Settings atOnce(int connections) {
            return new Settings(offers, answerTime, perConnection, connections);
        }
    }

    Mailbag(Settings settings) {
        this(settings, 0);
    }

    Mailbag(Settings settings, int port) {
        this.settings = settings;
        try {
            this.listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.acceptor = start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How often each subject was taken. */
    int taken(String subject) {
        AtomicInteger count = subjects.get(subject);
        return count == null ? 0 : count.get();
    }

    int taken() {
        return subjects.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Each recipient as often as a message was taken for it. */
    List<String> mailboxes() {
        return List.copyOf(mailboxes);
    }

    /** Tells whether a message for that address was begun. */
    boolean isAddressed(String address) {
        return addressed.contains(address);
    }

    /** From now on all connections but so many get 421. */
    void takesConnections(int count) {
        welcome.set(count);
    }

    int connections() {
        return connections.get();
    }

    int mostAtOnce() {
        return mostOpen.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                log(e);
            }
        }
    }

    private void serve(Socket socket) {
        int others = open.getAndIncrement();
        try (socket) {
            connections.incrementAndGet();
            mostOpen.accumulateAndGet(others + 1, Math::max);
            socket.setTcpNoDelay(true);
            Visit visit = new Visit(socket);
            if (others >= settings.atOnce() || welcome.getAndDecrement() <= 0) {
                visit.answer("421 4.7.0 too many connections");
                visit.out.flush();
                return;
            }
            visit.run();
        } catch (IOException | InterruptedException e) {
            log(e);
        } finally {
            open.decrementAndGet();
            sockets.remove(socket);
        }
    }

    private final class Visit {
        private final InputStream in;
        private final OutputStream out;
        private boolean sender;
        private final List<String> recipients = new ArrayList<>();
        private int messages;

        Visit(Socket socket) throws IOException {
            this.in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
            this.out = new BufferedOutputStream(socket.getOutputStream(), 32 * 1024);
        }

        void run() throws IOException, InterruptedException {
            answer("220 mailbag");
            while (true) {
                if (in.available() == 0) {
                    out.flush();
                }
                String line = line();
                if (line.isEmpty()) {
                    return;
                }
                if (messages >= settings.perConnection() && line.startsWith("MAIL")) {
                    answer("421 4.7.0 too many messages");
                    out.flush();
                    return;
                }
                command(line);
            }
        }

        private void command(String line) throws IOException, InterruptedException {
            switch (line.substring(0, 4)) {
                case "EHLO", "LHLO" -> {
                    for (String offer : settings.offers().split(" ", -1)) {
                        answer("250-" + offer.replace('_', ' '));
                    }
                    answer("250 SIZE");
                }
                case "MAIL" -> {
                    if (sender) {
                        answer("503 5.5.1 nested MAIL");
                        return;
                    }
                    sender = true;
                    answer("250 ok");
                }
                case "RCPT" -> {
                    addressed.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                    boolean known = sender && !line.contains("<nobody");
                    if (known) {
                        recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                    }
                    answer(known ? "250 ok" : "550 5.1.1 who");
                }
                case "DATA" -> {
                    if (recipients.isEmpty()) {
                        answer("554 5.5.1 nobody");
                        return;
                    }
                    answer("354 go");
                    out.flush();
                    take(untilDot());
                }
                case "BDAT" -> {
                    int size = Integer.parseInt(line.replaceAll("[^0-9]", ""));
                    byte[] octets = in.readNBytes(size);
                    if (octets.length < size) {
                        throw new IOException("cut within a chunk");
                    }
                    if (!line.endsWith("LAST") || recipients.isEmpty()) {
                        answer("503 5.5.1 nobody");
                        return;
                    }
                    take(new String(octets, StandardCharsets.ISO_8859_1));
                }
                case "RSET" -> {
                    sender = false;
                    recipients.clear();
                    answer("250 ok");
                }
                default -> answer("250 ok");
            }
        }

        private void take(String message) throws IOException, InterruptedException {
            sender = false;
            List<String> own = List.copyOf(recipients);
            recipients.clear();
            messages++;
            if (over.await(settings.answerTime().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server stopped");
            }
            int from = message.indexOf("Subject: ") + "Subject: ".length();
            String subject = message.substring(from, message.indexOf('\r', from));
            if (subject.startsWith("spam")) {
                answer("554 5.7.1 spam");
                return;
            }
            mailboxes.addAll(own);
            subjects.computeIfAbsent(subject, s -> new AtomicInteger()).incrementAndGet();
            answer("250 2.0.0 taken");
        }

        private void answer(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    return "";
                }
                line.write(octet);
            }
            return line.toString(StandardCharsets.US_ASCII).strip();
        }

        private String untilDot() throws IOException {
            StringBuilder message = new StringBuilder();
            while (true) {
                int octet = in.read();
                if (octet < 0) {
                    throw new IOException("cut within the message");
                }
                message.append((char) octet);
                if (octet == '\n'
                        && message.length() > 4
                        && message.substring(message.length() - 5).equals("\r\n.\r\n")) {
                    return message.toString();
                }
            }
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "mailbag");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(Thread thread) throws InterruptedIOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static void log(Exception e) {
        System.getLogger("dev.tegami.testkit").log(System.Logger.Level.DEBUG, "mailbag", e);
    }

    /** Stops as a crash does: what is under way is cut. The port is free then: a thread that still accepts keeps it. */
    @Override
    public void close() throws IOException {
        over.countDown();
        listener.close();
        await(acceptor);
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
