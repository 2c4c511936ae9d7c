package dev.tegami.benchmarks.mime;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The letters that the benchmarks read, always the same ones. */
final class Letters {
    private Letters() {}

    /** The octets of a letter by name: {@code small}, {@code newsletter}, {@code attachment},
     * {@code attachment10}, {@code nested}. */
    static byte[] named(String name) {
        return switch (name) {
            case "small" -> small();
            case "newsletter" -> newsletter();
            case "attachment" -> attachment(1);
            case "attachment10" -> attachment(10);
            case "nested" -> nested(30);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] small() {
        StringBuilder head = new StringBuilder();
        for (int hop = 0; hop < 6; hop++) {
            head.append("Received: from mx")
                    .append(hop)
                    .append(".example.org (mx")
                    .append(hop);
            head.append(".example.org [192.0.2.")
                    .append(hop)
                    .append("])\r\n\tby in.example.net (Postfix) with ESMTPS id ");
            head.append("4XyZ").append(hop).append("0q5Zz9\r\n\tfor <bob@example.net>; Tue, 3 Mar 2026 10:0");
            head.append(hop).append(":00 +0000 (UTC)\r\n");
        }
        head.append(
                "From: =?UTF-8?B?5bGx55Sw5aSq6YOO?= <taro@example.org>\r\nTo: Bob <bob@example.net>, carol@example.net\r\n");
        head.append("Subject: =?UTF-8?Q?Caf=C3=A9_und_=C3=9Cbung:?= =?UTF-8?Q?_ein_Brief?=\r\n");
        head.append("Date: Tue, 3 Mar 2026 10:00:00 +0000\r\nMessage-ID: <1.2.3@example.org>\r\nMIME-Version: 1.0\r\n");
        head.append("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        return (head + "Gr=C3=BC=C3=9Fe aus K=C3=B6ln, and the rest of the line is plain.\r\n".repeat(25))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] newsletter() {
        return Message.compose()
                .from("News <news@example.org>")
                .to("bob@example.net")
                .subject("Neues aus Köln")
                .text("Grüße aus Köln und ein langer Absatz, der sich wiederholt.\r\n".repeat(400))
                .html("<p style=\"color:#333\">Grüße aus <b>Köln</b> und ein Absatz.</p>\r\n".repeat(600))
                .build()
                .toBytes();
    }

    private static byte[] nested(int levels) {
        StringBuilder text = new StringBuilder("From: ada@example.org\r\nSubject: =?UTF-8?Q?Tief?=\r\n");
        StringBuilder end = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            String boundary = "=_level-" + level + "-boundary";
            text.append("Content-Type: multipart/mixed; boundary=\"").append(boundary);
            text.append("\"\r\n\r\n--").append(boundary);
            text.append("\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n");
            text.append("Gruesse\r\n--").append(boundary).append("\r\n");
            end.insert(0, "\r\n--" + boundary + "--\r\n");
        }
        return (text + "\r\nunten" + end).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] attachment(int megabytes) {
        byte[] content = new byte[megabytes << 20];
        new Random(7).nextBytes(content);
        return Message.compose()
                .from("Ada <ada@example.org>")
                .to("bob@example.net")
                .subject("The minutes")
                .text("Hello Bob")
                .attach("minutes.pdf", content)
                .build()
                .toBytes();
    }
}
