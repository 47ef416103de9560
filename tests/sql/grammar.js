// Parses SQL by the grammars of antlr4ts-sql, all in one process, because it takes seconds to load.
// Reads [[grammar, name, text], ...] on its standard input; prints [[name, line, column, message], ...], what is wrong.
const { CharStreams, CommonTokenStream } = require("antlr4ts");
const sql = require("antlr4ts-sql");

// A grammar is written in capitals; what stands between quotes may be anything.
const GRAMMARS = {
    plsql: [sql.PlSQLGrammar.PlSqlLexer ?? sql.PlSqlLexer, sql.PlSQLGrammar.PlSqlParser, "sql_script"],
    tsql: [sql.TSQLGrammar.TSqlLexer ?? sql.TSqlLexer, sql.TSQLGrammar.TSqlParser, "tsql_file"],
};

const mistakes = [];
for (const [grammar, name, text] of JSON.parse(require("fs").readFileSync(0, "utf8"))) {
    const [Lexer, Parser, rule] = GRAMMARS[grammar];
    const listener = {
        syntaxError: (_recognizer, _symbol, line, column, message) =>
            mistakes.push([name, line, column + 1, message.slice(0, 200)]),
    };
    const lexer = new Lexer(CharStreams.fromString(text.toUpperCase()));
    const parser = new Parser(new CommonTokenStream(lexer));
    for (const recognizer of [lexer, parser]) {
        recognizer.removeErrorListeners();
        recognizer.addErrorListener(listener);
    }
    parser[rule]();
}
console.log(JSON.stringify(mistakes));
