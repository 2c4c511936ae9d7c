package dev.tegami.examples.cli;

import dev.tegami.smime.Axis;
import dev.tegami.smime.Layer;
import dev.tegami.smime.Mark;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Reason;
import dev.tegami.smime.SignerReport;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What S/MIME says of a message, in lines and in JSON. */
final class Judgement {
    private Judgement() {}

    static List<String> lines(Terminal terminal, Opened opened) {
        List<String> lines = new ArrayList<>();
        opened.layers().forEach(layer -> lines.add(describe(layer)));
        for (Axis axis : Axis.values()) {
            Mark mark = opened.verdict().mark(axis);
            lines.add("  " + axis + ": " + terminal.paint(colour(mark), mark.name()));
        }
        for (Reason reason : opened.verdict().reasons()) {
            lines.add("  because " + reason.code() + ": " + Shown.line(reason.detail()));
        }
        lines.add("  covers: " + opened.verdict().coverage());
        lines.add(
                opened.isTrusted()
                        ? terminal.paint("fg(green)", "trusted: it is its author's")
                        : terminal.paint("fg(red)", "not trusted"));
        return lines;
    }

    static String describe(Layer layer) {
        if (layer instanceof Layer.Encrypted encrypted) {
            return "encrypted with " + encrypted.cipher() + " for " + encrypted.recipients() + ", "
                    + encrypted
                            .recipient()
                            .map(who -> "opened with the key of " + name(who.certificate()))
                            .orElse("not opened");
        }
        if (layer instanceof Layer.Signed signed) {
            return "signed by "
                    + signed.signers().stream()
                            .map(signer -> signer(signer) + " (" + Shown.line(signer.algorithm()) + ")")
                            .collect(Collectors.joining(", "));
        }
        return "compressed";
    }

    static String signer(SignerReport signer) {
        return signer.certificate().map(Judgement::name).orElse("somebody unknown");
    }

    static String name(X509Certificate certificate) {
        return Shown.line(certificate.getSubjectX500Principal().getName());
    }

    private static String colour(Mark mark) {
        return switch (mark) {
            case GOOD -> "fg(green)";
            case BAD -> "fg(red)";
            case UNKNOWN -> "fg(yellow)";
        };
    }

    static String json(Opened opened) {
        String marks = Stream.of(Axis.values())
                .map(axis -> quoted(axis.name()) + ":"
                        + quoted(opened.verdict().mark(axis).name()))
                .collect(Collectors.joining(",", "{", "}"));
        String layers = opened.layers().stream().map(Judgement::json).collect(Collectors.joining(",", "[", "]"));
        String reasons = opened.verdict().reasons().stream()
                .map(reason ->
                        "{\"code\":" + quoted(reason.code().name()) + ",\"detail\":" + quoted(reason.detail()) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"trusted\":" + opened.isTrusted() + ",\"decrypted\":" + opened.isDecrypted() + ",\"coverage\":"
                + quoted(opened.verdict().coverage().name()) + ",\"marks\":" + marks + ",\"layers\":" + layers
                + ",\"reasons\":" + reasons + "}";
    }

    private static String json(Layer layer) {
        if (layer instanceof Layer.Encrypted encrypted) {
            return "{\"kind\":\"encrypted\",\"cipher\":" + quoted(encrypted.cipher()) + ",\"recipients\":"
                    + encrypted.recipients() + ",\"openedBy\":"
                    + nullable(encrypted.recipient().map(who -> name(who.certificate()))) + "}";
        }
        if (layer instanceof Layer.Signed signed) {
            return "{\"kind\":\"signed\",\"form\":" + quoted(signed.form().name()) + ",\"signers\":"
                    + signed.signers().stream()
                            .map(signer ->
                                    "{\"name\":" + nullable(signer.certificate().map(Judgement::name))
                                            + ",\"algorithm\":" + quoted(signer.algorithm()) + "}")
                            .collect(Collectors.joining(",", "[", "]"))
                    + "}";
        }
        return "{\"kind\":\"compressed\"}";
    }

    private static String nullable(Optional<String> text) {
        return text.map(Judgement::quoted).orElse("null");
    }

    /** A JSON string (RFC 8259 section 7), with everything beyond ASCII escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                quoted.append(c);
            } else {
                quoted.append("\\u")
                        .append(Character.forDigit(c >> 12, 16))
                        .append(Character.forDigit(c >> 8 & 15, 16))
                        .append(Character.forDigit(c >> 4 & 15, 16))
                        .append(Character.forDigit(c & 15, 16));
            }
        }
        return quoted.append('"').toString();
    }
}
