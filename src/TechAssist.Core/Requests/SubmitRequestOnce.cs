using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests;

/// <summary>What a call that submits a request answers, first and on every repeat.</summary>
/// <param name="Answer">As JSON, letter for letter the same each time.</param>
public sealed record SubmittedOnce(string Answer, bool IsRepeat);

/// <summary>The key was used before, for another request.</summary>
public sealed class KeyReusedException() : Exception("The idempotency key was used with another body.");

/// <summary>Submits a request for a program that may have to try again: the same key with the same content gives the first
/// answer again, whether or not the first one arrived.</summary>
public sealed class SubmitRequestOnce(TechAssistDb db, SubmitRequest submitRequest, TimeProvider clock)
{
    public const int KeyMost = 200;

    /// <param name="key">The caller's own; null when a repeat is another request.</param>
    /// <param name="answer">What to say about a request that was submitted.</param>
    /// <exception cref="InvalidInputException">The key or a field is wrong.</exception>
    /// <exception cref="KeyReusedException">The key belongs to other content.</exception>
    public async Task<SubmittedOnce> ExecuteAsync(
        RequestContent content, string? key, Func<AssistanceRequest, string> answer, Actor by, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            var request = await submitRequest.ExecuteAsync(content, by, cancellationToken);
            return new SubmittedOnce(answer(request), IsRepeat: false);
        }

        if (key.Length is 0 or > KeyMost || !key.All(letter => letter is >= ' ' and <= '~'))
        {
            throw new InvalidInputException("Idempotency-Key", "bad-key", KeyMost);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CoreJson.Write(content))));
        return await FindAsync(key, hash, by, cancellationToken) ?? await SubmitAsync(content, key, hash, answer, by, cancellationToken);
    }

    private async Task<SubmittedOnce> SubmitAsync(
        RequestContent content, string key, string hash, Func<AssistanceRequest, string> answer, Actor by, CancellationToken cancellationToken)
    {
        // The request and the answer are saved together, or neither: a lost answer never hides a saved request.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // Where writers queue (SQLite), the other one may have been first while this one waited.
            if (await FindAsync(key, hash, by, cancellationToken) is { } first)
            {
                return first;
            }

            var request = await submitRequest.ExecuteAsync(content, by, cancellationToken);
            var text = answer(request);
            db.AnsweredCalls.Add(new AnsweredCall(by.PersonId, key, hash, text, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new SubmittedOnce(text, IsRepeat: false);
        }
        catch (DbUpdateException)
        {
            // Where writers meet (PostgreSQL), the other one's key is there once this one is undone.
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (await FindAsync(key, hash, by, cancellationToken) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    private async Task<SubmittedOnce?> FindAsync(string key, string hash, Actor by, CancellationToken cancellationToken)
    {
        var call = await db.AnsweredCalls.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == by.PersonId && row.Key == key, cancellationToken);
        if (call is null)
        {
            return null;
        }

        return call.BodyHash == hash ? new SubmittedOnce(call.Answer, IsRepeat: true) : throw new KeyReusedException();
    }
}
