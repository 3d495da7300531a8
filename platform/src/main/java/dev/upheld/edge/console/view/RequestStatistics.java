package dev.upheld.edge.console.view;

import dev.upheld.duty.request.Statistics;

/** How requests are answered, in figures. */
public record RequestStatistics(Statistics statistics) implements View {}
