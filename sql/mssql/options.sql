-- What a session has to have set: for filtered indexes, for the routines to keep it, and for the transactions of the
-- scripts. Run by the other scripts, in a batch of its own, because a batch is read by the options set before it.
SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON;
SET NUMERIC_ROUNDABORT OFF;
SET IMPLICIT_TRANSACTIONS OFF;
SET NOCOUNT, XACT_ABORT ON;
GO
