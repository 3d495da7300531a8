package dev.upheld.edge.console.view;

/** A page of the console. The family is closed: a page without a template does not compile. */
public sealed interface View
    permits Account,
        Coverage,
        EnrolSecondFactor,
        ErrorPage,
        Findings,
        Invitation,
        JournalPage,
        MapPage,
        People,
        PromisePage,
        RecoveryCode,
        RecoveryCodes,
        RequestInbox,
        RequestNew,
        RequestPage,
        Reset,
        ReviewPage,
        ReviewTable,
        ReviewValues,
        ResetRequest,
        SecondFactor,
        SignIn,
        Tokens,
        Wall,
        WorkList {}
