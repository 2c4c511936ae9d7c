package dev.tegami.internal.mime;

/** How much a text looks like a language: the mean over its characters beyond US-ASCII, at most 1. */
enum Plausibility {
    JAPANESE("日本一人年大会事行月出社時中上手自者生動方国業発") {
        @Override
        double weigh(char before, char c, char after) {
            if (c >= 0x3040 && c < 0x3100) {
                return 1;
            }
            return han(c);
        }
    },
    KOREAN("이다는의에가을를은하고지기로사한도서자") {
        @Override
        double weigh(char before, char c, char after) {
            if (c >= 0xAC00 && c < 0xD7A4) {
                return isCommon(c) ? 1 : 0.8;
            }
            return isHan(c) ? -0.5 : 0;
        }
    },
    SIMPLIFIED_CHINESE("的一是在不了有和人这中大为上个国我以要他时来用们到说就你会好地出") {
        @Override
        double weigh(char before, char c, char after) {
            return han(c);
        }
    },
    TRADITIONAL_CHINESE("的一是在不了有和人這中大為上個國我以要他時來用們到說就你會好地出") {
        @Override
        double weigh(char before, char c, char after) {
            return han(c);
        }
    },
    CYRILLIC("оеаинтсрвлкмдпу") {
        @Override
        double weigh(char before, char c, char after) {
            if (!isCyrillic(c) || isAsciiLetter(before) || isAsciiLetter(after)) {
                return 0;
            }
            if (Character.isUpperCase(c)) {
                return Character.isLowerCase(before) ? -0.5 : 0.1;
            }
            return isCommon(c) ? 1 : 0.6;
        }
    },
    WESTERN("éèàüöäßñçóíáê") {
        @Override
        double weigh(char before, char c, char after) {
            if (Character.isLetter(c)) {
                boolean inWord = isAsciiLetter(before) || isAsciiLetter(after);
                return inWord ? (isCommon(c) ? 1 : 0.8) : 0.1;
            }
            return before < 128 && after < 128 ? 0.4 : 0;
        }
    };

    /** Characters of which a text has many. */
    private final String common;

    Plausibility(String common) {
        this.common = common;
    }

    abstract double weigh(char before, char c, char after);

    double of(String text) {
        double sum = 0;
        int count = 0;
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                sum += weigh(i == 0 ? ' ' : text.charAt(i - 1), c, i + 1 == n ? ' ' : text.charAt(i + 1));
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    boolean isCommon(char c) {
        return common.indexOf(c) >= 0;
    }

    double han(char c) {
        return !isHan(c) ? 0 : isCommon(c) ? 1 : 0.3;
    }

    static boolean isHan(char c) {
        return c >= 0x4E00 && c < 0xA000;
    }

    static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    static boolean isAsciiLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
}
