package dev.tegami.benchmarks.mime;

import dev.tegami.mime.Content;
import dev.tegami.mime.Field;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Properties;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.MessageBuilder;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.MimeUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A letter read whole: every field unfolded and decoded, every body decoded. The sum is what was found. */
@State(Scope.Benchmark)
public class ParseBenchmark {
    /** Which letter. */
    @Param({"small", "newsletter", "attachment", "attachment10", "nested"})
    public String letter;

    private byte[] octets;
    private Session session;

    /** Writes the letter. */
    @Setup
    public void write() {
        octets = Letters.named(letter);
        session = Session.getInstance(new Properties());
    }

    /** Ours. */
    @Benchmark
    public long tegami() {
        return read(Message.parse(octets).root());
    }

    static long read(Part part) {
        long found = 0;
        for (Field field : part.header().fields()) {
            found += field.value().length();
        }
        if (part.content().isPresent()) {
            Content content = part.content().get();
            return found
                    + (content.contentType().type().equals("text")
                            ? content.text().length()
                            : content.bytes().length);
        }
        for (Part child : part.parts()) {
            found += read(child);
        }
        return found;
    }

    /** Angus Mail, with its stream provider named, since looking it up for every part costs it several times the work. */
    @Benchmark
    public long angus() throws MessagingException, IOException {
        return read(new MimeMessage(session, new ByteArrayInputStream(octets)));
    }

    /** Angus Mail as it comes. */
    @State(Scope.Benchmark)
    public static class Untuned {
        /** Takes the tuning back, in this fork only. */
        @Setup
        public void forget() {
            System.clearProperty("jakarta.mail.util.StreamProvider");
        }
    }

    /** Angus Mail without that. */
    @Benchmark
    public long angusUntuned(Untuned untuned) throws MessagingException, IOException {
        return angus();
    }

    static long read(jakarta.mail.Part part) throws MessagingException, IOException {
        long found = 0;
        for (Header field : Collections.list(part.getAllHeaders())) {
            found +=
                    MimeUtility.decodeText(MimeUtility.unfold(field.getValue())).length();
        }
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                found += read(child);
            }
            return found;
        }
        return found + (content instanceof String text ? text.length() : drain((InputStream) content));
    }

    /** Apache James mime4j, its tree. */
    @Benchmark
    public long mime4j() throws MimeException, IOException {
        MessageBuilder builder = new DefaultMessageBuilder();
        return read(builder.parseMessage(new ByteArrayInputStream(octets)));
    }

    private static long read(Entity entity) throws IOException {
        long found = 0;
        for (org.apache.james.mime4j.stream.Field field : entity.getHeader().getFields()) {
            found += DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT)
                    .length();
        }
        Body body = entity.getBody();
        if (body instanceof org.apache.james.mime4j.dom.Multipart parts) {
            for (Entity child : parts.getBodyParts()) {
                found += read(child);
            }
            return found;
        }
        try (InputStream in = ((SingleBody) body).getInputStream()) {
            byte[] bytes = in.readAllBytes();
            return found
                    + (body instanceof TextBody text ? new String(bytes, text.getCharset()).length() : bytes.length);
        }
    }

    /** Apache James mime4j, its token stream, which keeps nothing. */
    @Benchmark
    public long mime4jStream() throws MimeException, IOException {
        return tokens(new ByteArrayInputStream(octets));
    }

    static long tokens(InputStream octets) throws MimeException, IOException {
        MimeTokenStream tokens = new MimeTokenStream();
        tokens.parse(octets);
        long found = 0;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_FIELD) {
                String body = MimeUtil.unfold(tokens.getField().getBody());
                found += DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT)
                        .length();
            } else if (state == EntityState.T_BODY) {
                String charset = tokens.getBodyDescriptor().getCharset();
                boolean text = tokens.getBodyDescriptor().getMediaType().equals("text");
                try (InputStream in = tokens.getDecodedInputStream()) {
                    byte[] bytes = in.readAllBytes();
                    found += text && charset != null ? new String(bytes, charset).length() : bytes.length;
                }
            }
        }
        return found;
    }

    private static long drain(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes().length;
        }
    }
}
