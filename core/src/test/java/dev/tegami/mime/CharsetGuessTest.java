package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that does not say in which charset it is. */
class CharsetGuessTest {
    private static final String JAPANESE = "お世話になっております。先日の会議の議事録をお送りします。よろしくお願いいたします。";
    private static final String KOREAN = "안녕하세요. 지난 회의의 회의록을 보내 드립니다. 확인해 주시기 바랍니다.";
    private static final String SIMPLIFIED = "您好，现将上次会议的记录发给大家，请在本周五之前确认。如果有问题，请与我联系。谢谢。";
    private static final String TRADITIONAL = "您好，現將上次會議的記錄寄給大家，請在本週五之前確認。如果有問題，請與我聯絡。謝謝。";
    private static final String RUSSIAN =
            "Здравствуйте! Отправляю протокол последнего собрания. Пожалуйста, проверьте.";
    private static final String FRENCH =
            "Voici le procès-verbal de la réunion d'été, vérifiez-le s'il vous plaît, à bientôt.";
    private static final String GERMAN = "Schöne Grüße aus München, das Protokoll für die nächste Sitzung hängt an.";

    private static String read(byte[] text, String head, CharsetGuess guess) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(text);
        return Message.parse(
                        Source.of(octets.toByteArray()), ParseOptions.lenient().charsets(guess))
                .text()
                .orElseThrow();
    }

    private static String text(String language) {
        return switch (language) {
            case "ja" -> JAPANESE;
            case "ko" -> KOREAN;
            case "hans" -> SIMPLIFIED;
            case "hant" -> TRADITIONAL;
            case "ru" -> RUSSIAN;
            case "fr" -> FRENCH;
            default -> GERMAN;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ja, Shift_JIS", "ja, EUC-JP", "ja, ISO-2022-JP", "ja, UTF-8", "ja, UTF-16", "ko, EUC-KR", "ko, ISO-2022-KR",
        "ko, UTF-8", "hans, GB2312", "hans, GB18030", "hans, UTF-16", "hant, Big5", "ru, windows-1251", "ru, KOI8-R",
        "ru, UTF-8", "fr, windows-1252", "fr, UTF-8", "de, ISO-8859-1"
    })
    void detectionFindsTheCharsetOfALetter(String language, String charset) throws IOException {
        String text = text(language);
        byte[] octets = text.getBytes(Charset.forName(charset));
        assertThat(read(octets, "", CharsetGuess.detect())).isIn(text, "\uFEFF" + text);
        assertThat(read(octets, "Content-Type: text/plain; charset=x-unheard-of\r\n", CharsetGuess.detect()))
                .isIn(text, "\uFEFF" + text);
    }

    @Test
    void detectionNeverOverrulesACharsetThatIsNamed() throws IOException {
        byte[] octets = RUSSIAN.getBytes(Charset.forName("windows-1251"));
        assertThat(read(octets, "Content-Type: text/plain; charset=iso-8859-1\r\n", CharsetGuess.detect()))
                .isEqualTo(new String(octets, StandardCharsets.ISO_8859_1));
    }

    @Test
    void withoutTheOptionTextIsUtf8OrWestern() throws IOException {
        assertThat(read(RUSSIAN.getBytes(StandardCharsets.UTF_8), "", CharsetGuess.western()))
                .isEqualTo(RUSSIAN);
        assertThat(Message.parse("\r\nnaïve “x”".getBytes(Charset.forName("windows-1252")))
                        .text())
                .contains("naïve “x”");
    }

    @Test
    void aCallersCharsetIsTakenWhereTheTextIsNoUtf8() throws IOException {
        CharsetGuess guess = CharsetGuess.otherwise(Charset.forName("KOI8-R"));
        assertThat(read(RUSSIAN.getBytes(Charset.forName("KOI8-R")), "", guess)).isEqualTo(RUSSIAN);
        assertThat(read(GERMAN.getBytes(StandardCharsets.UTF_8), "", guess)).isEqualTo(GERMAN);
    }

    @Test
    void aSampleThatEndsInsideACharacterIsStillUtf8() throws IOException {
        String text = "x" + "議".repeat(30_000);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8), "", CharsetGuess.detect()))
                .isEqualTo(text);
    }

    @Test
    void anyOctetsAreSomeText() throws IOException {
        byte[] all = new byte[4096];
        new java.util.Random(3).nextBytes(all);
        assertThat(read(all, "", CharsetGuess.detect())).isNotEmpty();
        assertThat(read(new byte[0], "", CharsetGuess.detect())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, Shift_JIS, x-sjis",
        "ja, windows-31j, cp932",
        "ja, windows-31j, MS932",
        "ja, EUC-JP, x-euc-jp",
        "ja, EUC-JP, eucjp",
        "ja, ISO-2022-JP, iso2022jp",
        "ja, ISO-2022-JP, csISO2022JP",
        "ja, ISO-2022-JP, jis",
        "ja, Shift_JIS, shift-jis",
        "ja, Shift_JIS, sjis",
        "ja, Shift_JIS, 'shift_jis'",
        "ko, EUC-KR, ks_c_5601-1987",
        "ko, EUC-KR, ksc5601",
        "ko, EUC-KR, cp949",
        "ko, EUC-KR, korean",
        "ko, x-windows-949, uhc",
        "ko, x-windows-949, euc-kr",
        "hans, GB2312, gb_2312-80",
        "hans, GBK, gb2312",
        "hans, GBK, x-gbk",
        "hans, GBK, cp936",
        "hans, GB18030, gb2312",
        "hans, GB2312, euc-cn",
        "hant, Big5, cn-big5",
        "hant, Big5, x-x-big5",
        "hant, Big5, cp950",
        "ru, windows-1251, cp-1251",
        "ru, windows-1251, win-1251",
        "ru, windows-1251, x-cp1251",
        "ru, KOI8-R, koi8r",
        "fr, windows-1252, ansi",
        "fr, windows-1252, x-cp1252",
        "fr, ISO-8859-1, latin-1",
        "fr, UTF-8, utf8",
        "fr, UTF-8, cp65001"
    })
    void charsetsAreKnownByTheNamesThatMailUses(String language, String charset, String alias) throws IOException {
        byte[] octets = text(language).getBytes(Charset.forName(charset));
        for (String name : new String[] {alias, alias.toUpperCase(java.util.Locale.ROOT), "\"" + alias + "\""}) {
            Message message = Message.parse(Source.of(whole("Content-Type: text/plain; charset=" + name, octets)));
            assertThat(message.text()).contains(text(language));
            assertThat(message.findings()).isEmpty();
        }
    }

    @Test
    void windowsExtensionsHideBehindTheNamesOfTheStandards() throws IOException {
        assertThat(read(
                        "①㈱髙".getBytes(Charset.forName("windows-31j")),
                        "Content-Type: text/plain; charset=shift_jis\r\n",
                        CharsetGuess.western()))
                .isEqualTo("①㈱髙");
        assertThat(read(
                        "똠방각하".getBytes(Charset.forName("x-windows-949")),
                        "Content-Type: text/plain; charset=euc-kr\r\n",
                        CharsetGuess.western()))
                .isEqualTo("똠방각하");
        assertThat(read(
                        "“x”".getBytes(Charset.forName("windows-1252")),
                        "Content-Type: text/plain; charset=us-ascii\r\n",
                        CharsetGuess.western()))
                .isEqualTo("“x”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hz-gb-2312", "HZ"})
    void hzIsRead(String name) throws IOException {
        String hz = "~{<:Ky2;S{#,NpJ)l6HK!#~}Bye.~~ ~{VP~}\r\n~\r\nx";
        assertThat(read(
                        hz.getBytes(StandardCharsets.US_ASCII),
                        "Content-Type: text/plain; charset=" + name + "\r\n",
                        CharsetGuess.western()))
                .isEqualTo("己所不欲，勿施於人。Bye.~ 中\r\nx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi Mom -+Jjo--!|Hi Mom -☺-!",
                "A+ImIDkQ.|A≢Α.",
                "+ZeVnLIqe-|日本語",
                "1 +- 1 +AD0 2|1 + 1 = 2",
                "+2D3cTA-|\uD83D\uDC4C",
                "+AGEAYg|ab",
                "+|''",
                "a+AGE\u00e9|aa\u00e9"
            })
    void utf7IsRead(String encoded, String text) throws IOException {
        for (String name : new String[] {"utf-7", "UTF-7", "unicode-1-1-utf-7"}) {
            assertThat(read(
                            encoded.getBytes(StandardCharsets.ISO_8859_1),
                            "Content-Type: text/plain; charset=" + name + "\r\n",
                            CharsetGuess.western()))
                    .isEqualTo(text);
        }
        assertThat(Message.parse("Subject: =?utf-7?Q?+ZeVnLIqe-?=\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
                        .subject())
                .contains("日本語");
    }

    private static byte[] whole(String head, byte[] body) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(body);
        return octets.toByteArray();
    }
}
