package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Question;

/**
 * One question to one system, for one promise.
 *
 * @param system the system's id
 * @param where what it measures, for people: {@code eu-main/candidate}, or the system's id
 * @param question what to ask
 */
public record Inquiry<A extends Answer>(String system, String where, Question<A> question) {}
