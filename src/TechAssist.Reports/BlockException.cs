namespace TechAssist.Reports;

/// <summary>A block cannot be rendered as it is; the message names it and says why.</summary>
public sealed class BlockException(int index, Block block, string reason, Exception? inner = null)
    : Exception($"Block {index + 1} ({block.GetType().Name}): {reason}", inner)
{
    /// <summary>Position in <see cref="Document.Blocks"/>, from 0.</summary>
    public int Index { get; } = index;

    public Block Block { get; } = block;
}
