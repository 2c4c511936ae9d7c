/**
 * Reports about messages (multipart/report, RFC 6522): what became of them on their way (RFC 3464), what their readers did
 * with them (RFC 8098), and what somebody holds against them (RFC 5965).
 */
@NullMarked
package dev.tegami.mime.report;

import org.jspecify.annotations.NullMarked;
