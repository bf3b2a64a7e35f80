namespace TechAssist.Reports;

/// <summary>The pictures of a document, read side by side: to unpack a photo and to pack it again takes longer than the page it is on.</summary>
internal sealed class Pictures : IDisposable
{
    // Each holds a photo unpacked; more at once would fill the memory of a large machine for nothing.
    private static readonly ParallelOptions AFewAtOnce = new() { MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount) };

    private readonly Picture?[] _read;
    private readonly BlockException?[] _faults;

    public Pictures(Document document)
    {
        (_read, _faults) = (new Picture?[document.Blocks.Count], new BlockException?[document.Blocks.Count]);
        Parallel.For(0, document.Blocks.Count, AFewAtOnce, index =>
        {
            if (document.Blocks[index] is not Image image)
            {
                return;
            }

            try
            {
                _read[index] = Picture.Read(image, index);
            }
            catch (BlockException wrong)
            {
                _faults[index] = wrong;
            }
        });
    }

    /// <param name="index">Of the block.</param>
    /// <exception cref="BlockException">The bytes are no PNG or JPEG, are damaged, or the picture is beyond 80 megapixels.</exception>
    public Picture At(int index) => _faults[index] is { } wrong ? throw wrong : _read[index]!;

    public void Dispose()
    {
        foreach (var picture in _read)
        {
            picture?.Dispose();
        }
    }
}
