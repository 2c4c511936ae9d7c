package dev.tegami.testkit;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Makes messages of all shapes that readers sort: multiparts in one another, texts, pictures, files, messages. */
public final class Trees {
    private static final List<String> KINDS = List.of("mixed", "alternative", "related", "digest", "signed", "x-own");
    private static final List<String> NAMES = List.of(
            "name=minutes.pdf",
            "name=\"议 事录.pdf\"",
            "filename*=utf-8''%E8%AD%B0%E4%BA%8B.pdf",
            "filename*0=\"long \"; filename*1=name.txt",
            "filename=\"=?utf-8?B?6K2w5LqL?=\"",
            "filename=\"quo\\\"ted\\\\.txt\"");

    private final Random random;
    private int boundaries;

    public Trees(long seed) {
        random = new Random(seed);
    }

    public Message message() {
        String text = "From: ada@example.test\r\nSubject: tree\r\nMIME-Version: 1.0\r\n" + entity(0, false);
        return Message.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String entity(int depth, boolean inDigest) {
        if (depth < 4 && !one(3)) {
            return multipart(depth);
        }
        if (depth > 0 && (one(6) || inDigest)) {
            String type = inDigest && one(2) ? "" : "Content-Type: message/rfc822\r\n";
            return type + disposition() + "\r\n" + "Subject: inner\r\n" + entity(depth + 1, false);
        }
        return leaf();
    }

    private String multipart(int depth) {
        String kind = any(KINDS);
        String boundary = "b" + boundaries++ + "."; // none begins as another
        StringBuilder text =
                new StringBuilder("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"\r\n\r\n");
        text.append(one(3) ? "preamble\r\n" : "");
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            text.append("--").append(boundary).append("\r\n");
            text.append(entity(depth + 1, kind.equals("digest"))).append("\r\n");
        }
        return text.append("--")
                .append(boundary)
                .append("--")
                .append(one(3) ? "\r\nepilogue" : "\r\n")
                .toString();
    }

    private String disposition() {
        return switch (random.nextInt(4)) {
            case 0 -> "Content-Disposition: attachment; " + any(NAMES) + "\r\n";
            case 1 -> "Content-Disposition: inline;\r\n " + any(NAMES) + "\r\n";
            default -> "";
        };
    }

    private String leaf() {
        List<String> header = new ArrayList<>();
        String type = any(List.of("text/plain", "text/plain", "text/html", "text/csv", "image/png", "application/pdf"));
        boolean isText = type.startsWith("text/");
        if (!type.equals("text/plain") || !one(3)) {
            String charset = isText ? any(List.of("; charset=utf-8", "; charset=iso-8859-1; format=flowed", "")) : "";
            header.add("Content-Type: " + type + charset + (one(4) ? "; " + any(NAMES) : ""));
        }
        String body = isText ? "Grüße " + random.nextInt() + " \r\nan =Bob\r\n" : "\u0000\u00ff" + random.nextInt();
        switch (random.nextInt(3)) {
            case 0 -> {
                header.add("Content-Transfer-Encoding: base64");
                body = Base64.getMimeEncoder().encodeToString(body.repeat(9).getBytes(StandardCharsets.UTF_8));
            }
            case 1 -> {
                header.add("Content-Transfer-Encoding: Quoted-Printable");
                body = body.replace("=", "=3D")
                        .replace("ü", "=C3=BC")
                        .replace("\u0000", "=00")
                        .replace("ÿ", "=FF");
            }
            default -> {
                header.add(one(2) ? "Content-Transfer-Encoding: 8bit" : "X-Nothing: here");
                body = body.replace("\u0000", "");
            }
        }
        if (one(4)) {
            header.add("Content-ID: <id" + random.nextInt(100) + "@example.test>");
        }
        return String.join("\r\n", header) + "\r\n" + disposition() + "\r\n" + body;
    }
}
