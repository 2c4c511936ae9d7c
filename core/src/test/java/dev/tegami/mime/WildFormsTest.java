package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields as the wild writes them: dates, encoded words, parameters. */
class WildFormsTest {
    private static Message message(String field) {
        return Message.parse((field + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 1 Jul 2003 10:52:37 +0200|2003-07-01T10:52:37+02:00",
                "1 Jul 2003 10:52 +0200|2003-07-01T10:52+02:00",
                "Tue,1 Jul 2003 10:52:37 GMT|2003-07-01T10:52:37Z",
                "Tue, 01 Jul 03 10:52:37 EST|2003-07-01T10:52:37-05:00",
                "Tue, 1 Jul 2003 10:52:37 +0200 (CEST)|2003-07-01T10:52:37+02:00",
                "Fri, 21 Nov 1997 09(comment):   55  :  06 -0600|1997-11-21T09:55:06-06:00",
                "Fri, 21 Nov 1997 9 : 55 -0600|1997-11-21T09:55-06:00",
                "Tue, 1 Jul 2003 10:52:37+02:00|2003-07-01T10:52:37+02:00",
                "Tue, 1 July 2003 10:52:37 +02:00|2003-07-01T10:52:37+02:00",
                "Tue Jul  1 10:52:37 2003|2003-07-01T10:52:37Z",
                "tue, 1 JUL 2003 10:52:37 z|2003-07-01T10:52:37Z",
                "Sun, 6 Nov 94 08:49:37 -0000|1994-11-06T08:49:37Z"
            })
    void datesWithTheirUsualDamage(String text, String expected) {
        assertThat(message("Date: " + text).date().map(Object::toString)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?utf-8?Q?a_b?=|a b",
                "=?utf-8?q?a?= =?utf-8?q?b?=|ab",
                "=?utf-8?Q?a b?=|a b",
                "=?utf-8?Q?a?==?utf-8?Q?b?=|ab",
                "=?utf-8?B?ww==?= =?utf-8?B?vA?=|ü",
                "\"=?utf-8?Q?=C3=BC?=\"|\"ü\"",
                "x=?utf-8?Q?=C3=BC?=y|xüy",
                "=?iso-8859-1*de?Q?=FC?=|ü",
                "=?utf8?Q?=C3=BC?=|ü",
                "=?utf-8?Q?=C3?= =?utf-8?Q?=BC?=|ü",
                "=?utf-8?Q?unended|=?utf-8?Q?unended",
                "=?x-none?Q?a?=|=?x-none?Q?a?=",
                "1+1=?|1+1=?"
            })
    void encodedWordsAsTheyAreBroken(String text, String expected) {
        assertThat(message("Subject: " + text).subject()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=a.txt|a.txt",
                "filename=\"a b.txt\"|a b.txt",
                "filename=a b.txt|a b.txt",
                "filename=\"a\\\"b.txt\"|a\"b.txt",
                "filename*=utf-8''%C3%BC.txt|ü.txt",
                "filename*0*=utf-8''%C3; filename*1*=%BC.txt|ü.txt",
                "filename*0=a; filename*1=b|ab",
                "filename*1=b; filename*0=a|ab",
                "filename*0*=utf-8''%C3%BC; filename*1=\" b\"|ü b",
                "filename=\"=?utf-8?Q?=C3=BC?=.txt\"|ü.txt",
                "filename=a; filename*=utf-8''%C3%BC|ü",
                "FILENAME=a;;|a",
                "filename=\"never closed|never closed"
            })
    void fileNamesInEveryForm(String parameters, String expected) {
        assertThat(message("Content-Disposition: attachment; " + parameters)
                        .root()
                        .fileName())
                .contains(expected);
    }

    @Test
    void rawUtf8AndOtherOctetsInHeadersAreText() {
        assertThat(message("Subject: 議事録").subject()).contains("議事録");
        byte[] latin1 = "Subject: Fr\u00f6sche\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Message.parse(latin1).subject()).contains("Frösche");
        assertThat(message("From: 阿Q <用户@例え.jp>").from().get(0)).isEqualTo(Mailbox.of("阿Q", "用户", "例え.jp"));
    }

    @Test
    void anEncodingBehindACommentAndATypeWithoutItsSemicolonAreUnderstood() {
        Message message = Message.parse(
                "Content-Transfer-Encoding: (why) base64\r\n\r\naGVsbG8=".getBytes(StandardCharsets.US_ASCII));
        assertThat(message.text()).contains("hello");
        assertThat(message("Content-Type: multipart/mixed boundary=\"b\"")
                        .root()
                        .contentType()
                        .parameter("boundary"))
                .contains("b");
    }
}
